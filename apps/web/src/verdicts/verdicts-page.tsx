import { Button, Checkbox, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer } from '../parts/answer.js';
import { Message } from '../parts/message.js';
import { RuleNote } from '../parts/rule-note.js';
import { UnreadableNote } from '../parts/unreadable-note.js';
import { JudgeDialog, type Judgement } from './judge-dialog.js';
import { VerdictCard } from './verdict-card.js';
import { verdicts, type Verdict, type Verdicts } from './verdicts.js';
import './words.js';

/** Verdicts that wait for a person, the ones that can be confirmed first. */
export function VerdictsPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { t } = useTranslation();
  const found = useQuery(verdicts(id));
  return (
    <Answer of={found}>
      {(known) => (
        <>
          <UnreadableNote people={known.unreadable} />
          {known.items.length > 0 ? (
            <Waiting cohortId={id} of={known} />
          ) : (
            known.unreadable.length === 0 && (
              <Message title={t('verdicts.empty')} about={t('verdicts.emptyAbout')} />
            )
          )}
        </>
      )}
    </Answer>
  );
}

const AT_ONCE = 50;

function Waiting({ cohortId, of }: { cohortId: string; of: Verdicts }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState<{ judgement: Judgement; people: Verdict[] } | null>(null);
  const [limit, setLimit] = useState(AT_ONCE);
  const ready = of.items.filter(({ phase }) => phase === 'confirmation');
  const open = of.mayConfirm ? ready.filter(({ obstacle }) => obstacle === null) : [];
  const picked = open.filter(({ journeyId }) => chosen.includes(journeyId));
  const others = ready.length - open.length;
  const rule = of.items.find((one) => one.rule !== null)?.rule;
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <>
      {rule && <RuleNote rule={rule} />}
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          {t('verdicts.ready', { count: ready.length })}
        </Title>
        {open.length > 0 && (
          <Group>
            <Checkbox
              label={t('verdicts.chooseAll', { count: open.length })}
              checked={picked.length === open.length}
              indeterminate={picked.length > 0 && picked.length < open.length}
              onChange={({ currentTarget }) =>
                setChosen(currentTarget.checked ? open.map(({ journeyId }) => journeyId) : [])
              }
            />
            <Button
              disabled={picked.length === 0}
              onClick={() => setAsked({ judgement: 'confirm', people: picked })}
            >
              {t('verdicts.confirmChosen', { count: picked.length })}
            </Button>
          </Group>
        )}
      </Group>
      {of.mayConfirm && others > 0 && <Text mb="sm">{t('verdicts.others', { count: others })}</Text>}
      {ready.length === 0 && <Text c="gray.7">{t('verdicts.noneReady')}</Text>}
      <Stack gap="sm">
        {ready.slice(0, limit).map((verdict) => (
          <VerdictCard
            key={verdict.journeyId}
            verdict={verdict}
            mayConfirm={of.mayConfirm}
            isChosen={chosen.includes(verdict.journeyId)}
            onToggle={() => toggle(verdict.journeyId)}
            onJudge={(judgement) => setAsked({ judgement, people: [verdict] })}
          />
        ))}
      </Stack>
      {ready.length > limit && (
        <Button variant="default" mt="sm" onClick={() => setLimit(limit + AT_ONCE)}>
          {t('state.more')}
        </Button>
      )}
      <Later phase="recommendation" items={of.items} />
      <Later phase="returned" items={of.items} />
      {asked && (
        <JudgeDialog
          {...asked}
          cohortId={cohortId}
          onClose={() => setAsked(null)}
          onDone={(left) => {
            setChosen(left);
            if (left.length === 0) setAsked(null);
          }}
        />
      )}
    </>
  );
}

/** Those for whom somebody else has to do something first. */
function Later({ phase, items }: { phase: 'recommendation' | 'returned'; items: Verdict[] }) {
  const { t } = useTranslation();
  const waiting = items.filter((one) => one.phase === phase);
  if (waiting.length === 0) return null;
  return (
    <section>
      <Title order={2} size="h4" mt="lg" mb={4}>
        {t(`verdicts.${phase}`, { count: waiting.length })}
      </Title>
      <Text size="sm" c="gray.7" mb="sm">
        {t(`verdicts.${phase}About`)}
      </Text>
      <Stack gap="sm">
        {waiting.map((verdict) => (
          <VerdictCard key={verdict.journeyId} verdict={verdict} mayConfirm={false} />
        ))}
      </Stack>
    </section>
  );
}
