import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cohort as cohortQuery } from '../api/queries.js';
import type { CohortView } from '../cohorts/cohort-view.js';
import { Answer } from '../parts/answer.js';
import { Message } from '../parts/message.js';
import { ArrangeClasses } from './arrange-classes.js';
import { ArrangeCoaching } from './arrange-coaching.js';
import { Briefings } from './briefings.js';
import { CurrentCoaching } from './current-coaching.js';
import { currentGroups, members, type Member, type Sent } from './groups.js';
import { Mentors } from './mentors.js';
import '../placements/placements.css';
import { viewIn, VIEWS, type View } from './views.js';
import { NotSent } from './waiting.js';
import './words.js';

/** Who is with whom: coaching groups, classes, mentors, and their briefings. */
export function GroupsPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const about = useQuery(cohortQuery(id));
  const people = useQuery(members(id));
  return (
    <Answer of={about}>
      {(cohort) => <Answer of={people}>{(found) => <Views cohort={cohort} members={found} />}</Answer>}
    </Answer>
  );
}

function Views({ cohort, members: people }: { cohort: CohortView; members: Member[] }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const offered = VIEWS.filter((view) => view !== 'classes' || cohort.pathway === 'cluster');
  const { view: asked } = viewIn(useSearch({ strict: false }));
  const view = offered.find((one) => one === asked) ?? 'coaching';
  if (people.length === 0) return <Message title={t('groups.nobody')} />;
  return (
    <Stack>
      <SegmentedControl
        className="standings"
        aria-label={t('groups.view.title')}
        value={view}
        onChange={(chosen) =>
          void go({ to: '/cohorts/$id/groups', params: { id: cohort.id }, search: viewIn({ view: chosen }) })
        }
        data={offered.map((one) => ({ value: one, label: t(`groups.short.${one}`) }))}
        style={{ alignSelf: 'flex-start' }}
        maw="100%"
      />
      <Text c="gray.7">{t(`groups.about.${view}`)}</Text>
      <Chosen view={view} cohort={cohort.id} members={people} />
    </Stack>
  );
}

function Chosen({ view, cohort, members: people }: { view: View; cohort: string; members: Member[] }) {
  if (view === 'mentors') return <Mentors cohort={cohort} members={people} />;
  if (view === 'briefings') return <Briefings cohort={cohort} members={people} />;
  return <Grouped key={view} cohort={cohort} members={people} isClasses={view === 'classes'} />;
}

/** The groups as confirmed, or a draft of others. */
function Grouped(props: { cohort: string; members: Member[]; isClasses: boolean }) {
  const { cohort, members: people, isClasses } = props;
  const { t } = useTranslation();
  const [isArranging, arrange] = useState(false);
  const [refused, refuse] = useState<Sent['refused']>([]);
  const current = useQuery(currentGroups(cohort, isClasses ? 'classes' : 'coaching-groups'));
  const nameOf = (id: string) => people.find(({ journeyId }) => journeyId === id)?.name ?? '';
  if (isArranging) {
    const Arrange = isClasses ? ArrangeClasses : ArrangeCoaching;
    const onDone = (sent: Sent) => {
      refuse(sent.refused);
      arrange(false);
    };
    return <Arrange cohort={cohort} members={people} onDone={onDone} onCancel={() => arrange(false)} />;
  }
  const first = t(isClasses ? 'groups.arrangeClasses' : 'groups.arrange');
  return (
    <Answer of={current}>
      {(groups) =>
        groups.length === 0 ? (
          <Message
            title={t(isClasses ? 'groups.noClasses' : 'groups.noneYet')}
            about={t(isClasses ? 'groups.noClassesAbout' : 'groups.noneYetAbout')}
          >
            <Button onClick={() => arrange(true)}>{first}</Button>
          </Message>
        ) : (
          <Stack>
            <NotSent of={refused} nameOf={nameOf} />
            <CurrentCoaching cohort={cohort} groups={groups} members={people} />
            <Group>
              <Button variant="light" onClick={() => arrange(true)}>
                {t('groups.arrangeAgain')}
              </Button>
            </Group>
          </Stack>
        )
      }
    </Answer>
  );
}
