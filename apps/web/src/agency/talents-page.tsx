import { Badge, Group, NativeSelect, Switch, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useToday } from '../actions/use-today.js';
import { answerOf, api } from '../api/client.js';
import { Answer } from '../parts/answer.js';
import { BackLink } from '../parts/back-link.js';
import { Message } from '../parts/message.js';
import { More } from '../parts/more.js';
import { PageLink } from '../parts/page-link.js';
import { PageTitle } from '../parts/page-title.js';
import { TONES } from '../parts/tones.js';
import { dayInWords } from '../words/dates.js';
import { language } from '../words/language.js';
import { talentFilterOf } from './routes.js';
import './words.js';

/** Confirmed outcomes of the agency's people, the latest first; the address holds the filter. */
export function TalentsPage() {
  const { t } = useTranslation();
  const filter = talentFilterOf(useSearch({ strict: false }));
  const go = useNavigate();
  const narrow = (change: Record<string, unknown>) =>
    void go({ to: '/agency/talents', search: talentFilterOf({ ...filter, ...change }), replace: true });
  const pages = useInfiniteQuery({
    queryKey: [language(), 'talents', filter],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/talent-pool', {
          params: { query: { ...filter, limit: 50, ...(pageParam !== undefined && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  return (
    <>
      <BackLink to="/agency">{t('agency.talents.back')}</BackLink>
      <PageTitle mt={4}>{t('agency.talents.title')}</PageTitle>
      <Text c="gray.7" mb="md">
        {t('agency.talents.about')}
      </Text>
      <Group align="flex-end" mb="md">
        <NativeSelect
          label={t('agency.talents.outcome')}
          value={filter.outcome ?? ''}
          onChange={({ currentTarget }) => narrow({ outcome: currentTarget.value })}
          data={[
            { value: '', label: t('agency.talents.all') },
            { value: 'met', label: t('agency.talents.met') },
            { value: 'notMet', label: t('agency.talents.notMet') },
          ]}
        />
        <Switch
          mb={8}
          label={t('agency.talents.showExpired')}
          checked={filter.expired === true}
          onChange={({ currentTarget }) => narrow({ expired: currentTarget.checked })}
        />
      </Group>
      <Answer of={pages}>
        {({ pages: all }) => {
          const items = all.flatMap((page) => page.items);
          return items.length === 0 ? (
            <Message title={t('agency.talents.empty')} about={t('agency.talents.emptyAbout')} />
          ) : (
            <Talents items={items} />
          );
        }}
      </Answer>
      <More of={pages} />
    </>
  );
}

interface Talent {
  id: string;
  journeyId: string;
  name: string | null;
  outcome: 'met' | 'notMet';
  level: number;
  assessedOn: string;
  validUntil: string;
}

function Talents({ items }: { items: Talent[] }) {
  const { t } = useTranslation();
  const today = useToday();
  return (
    <Table bg="white" withTableBorder verticalSpacing="sm" highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('agency.person')}</Table.Th>
          <Table.Th visibleFrom="xs">{t('agency.talents.outcome')}</Table.Th>
          <Table.Th ta="right" visibleFrom="xs">
            {t('agency.talents.level')}
          </Table.Th>
          <Table.Th visibleFrom="xs">{t('agency.talents.assessedOn')}</Table.Th>
          <Table.Th visibleFrom="xs">{t('agency.talents.validUntil')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map(({ id, journeyId, name, outcome, level, assessedOn, validUntil }) => (
          <Table.Tr key={id}>
            <Table.Td>
              <PageLink to="/journeys/$id" params={{ id: journeyId }} fw={600}>
                {name}
              </PageLink>
              <Text size="sm" hiddenFrom="xs" c={outcome === 'met' ? TONES.good : TONES.warn} fw={600}>
                {t(`agency.talents.${outcome}`)}
              </Text>
              <Text size="sm" c="gray.7" hiddenFrom="xs">
                {t('agency.talents.level')} {level} · {t('agency.talents.validUntil')}{' '}
                {dayInWords(validUntil)}
              </Text>
            </Table.Td>
            <Table.Td visibleFrom="xs">
              <Badge color={outcome === 'met' ? TONES.good : TONES.warn}>
                {t(`agency.talents.${outcome}`)}
              </Badge>
            </Table.Td>
            <Table.Td ta="right" className="number" visibleFrom="xs">
              {level}
            </Table.Td>
            <Table.Td visibleFrom="xs">{dayInWords(assessedOn)}</Table.Td>
            <Table.Td visibleFrom="xs">
              {dayInWords(validUntil)}
              {validUntil < today && (
                <Badge ml="xs" color={TONES.quiet}>
                  {t('agency.talents.expired')}
                </Badge>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
