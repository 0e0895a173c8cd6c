import { Anchor, SegmentedControl, Table, Text, TextInput, Timeline } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FoldingPart } from '../parts/folding-part.js';
import { Wide } from '../parts/wide.js';
import { dayInWords } from '../words/dates.js';
import type { History } from './queries.js';
import './words.js';

const AT_FIRST = 8;

/** How it came here: in sentences, the latest first, or the log itself; only what had happened by then. */
export function Story({ history, until }: { history: History; until: string | null }) {
  const { t } = useTranslation();
  const [form, setForm] = useState('story');
  const isKnown = ({ at }: { at: string }) => until === null || Date.parse(at) <= Date.parse(until);
  const forms = (
    <SegmentedControl
      size="xs"
      aria-label={t('way.form')}
      value={form}
      onChange={setForm}
      data={[
        { value: 'story', label: t('way.story') },
        { value: 'log', label: t('way.log') },
      ]}
    />
  );
  return (
    <FoldingPart title={t('journey.story')} aside={forms}>
      {form === 'story' ? (
        <Sentences story={history.story.filter(isKnown)} />
      ) : (
        <Log log={history.log.filter(isKnown)} story={history.story} />
      )}
    </FoldingPart>
  );
}

function Sentences({ story }: { story: History['story'] }) {
  const { t } = useTranslation();
  const [isWhole, setWhole] = useState(false);
  const latest = [...story].reverse();
  const shown = isWhole ? latest : latest.slice(0, AT_FIRST);
  return (
    <>
      <Timeline bulletSize={12} lineWidth={2} active={shown.length}>
        {shown.map(({ seq, at, text }) => (
          <Timeline.Item key={seq}>
            <Text size="xs" c="gray.7">
              {dayInWords(at)}
            </Text>
            <Text size="sm">{told(text)}</Text>
          </Timeline.Item>
        ))}
      </Timeline>
      {latest.length > AT_FIRST && (
        <Anchor component="button" type="button" mt="sm" onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('way.showLess') : t('way.showAll', { count: latest.length })}
        </Anchor>
      )}
    </>
  );
}

/** The sentence without the day that it begins with, which stands above it. */
function told(text: string): string {
  const rest = text.slice(text.indexOf(': ') + 2);
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

function Log({ log, story }: Pick<History, 'log' | 'story'>) {
  const { t, i18n } = useTranslation();
  const [wanted, setWanted] = useState('');
  const sentences = new Map(story.map(({ seq, text }) => [seq, told(text)]));
  const lines = [...log].reverse().map(({ seq, at, label, actor, actorName, actingForName, redactedAt }) => {
    const role = `role.${actor.role}`;
    const as = i18n.exists(role) ? t(role as 'role.coach') : t('way.system');
    const name = actorName === null ? as : `${actorName} (${as})`;
    return {
      ...{ seq, at, label },
      who: [name, actingForName && t('way.actingFor', { name: actingForName })].filter(Boolean).join(', '),
      detail: redactedAt === null ? (sentences.get(seq) ?? '') : t('way.erased'),
    };
  });
  const fits = ({ label, who, detail, at }: (typeof lines)[number]) =>
    `${label} ${who} ${detail} ${dayInWords(at)}`.toLowerCase().includes(wanted.trim().toLowerCase());
  const shown = lines.filter(fits);
  return (
    <>
      <TextInput
        label={t('way.filter')}
        value={wanted}
        onChange={({ currentTarget }) => setWanted(currentTarget.value)}
        mb="sm"
        maw={320}
      />
      {shown.length === 0 ? (
        <Text role="status">{t('way.noEntries')}</Text>
      ) : (
        <Wide label={t('way.log')}>
          <Table verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th ta="right">{t('way.seq')}</Table.Th>
                <Table.Th>{t('way.when')}</Table.Th>
                <Table.Th>{t('way.what')}</Table.Th>
                <Table.Th>{t('way.who')}</Table.Th>
                <Table.Th>{t('way.detail')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {shown.map(({ seq, at, label, who, detail }) => (
                <Table.Tr key={seq}>
                  <Table.Td ta="right" className="number">
                    {seq}
                  </Table.Td>
                  <Table.Td style={{ whiteSpace: 'nowrap' }}>
                    {dayInWords(at)}, {at.slice(11, 16).replace(':', '.')}
                  </Table.Td>
                  <Table.Td>{label}</Table.Td>
                  <Table.Td>{who}</Table.Td>
                  <Table.Td>{detail}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Wide>
      )}
    </>
  );
}
