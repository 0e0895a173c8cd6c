import { Checkbox, Fieldset, Group, Radio, Select, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { board, cohorts } from '../api/queries.js';
import { Answer } from '../parts/answer.js';
import { language } from '../words/language.js';
import { filterOf, isFiltered, type Order } from './order.js';

const STATUSES = ['live', 'suspended', 'incident'] as const;
const MOST = 200;

interface Props {
  order: Order;
  onChange: (change: Partial<Order>) => void;
}

/** People by a filter: all who match, or some of them one by one. */
export function Whom({ order, onChange }: Props) {
  const { t } = useTranslation();
  const known = useQuery(cohorts());
  const states = useQuery({ ...board(order.cohort ?? ''), enabled: order.cohort !== null });
  const clear = {
    clearable: true,
    clearButtonProps: { 'aria-label': t('incidents.clear') },
    placeholder: t('state.all'),
  };
  return (
    <Fieldset legend={t('incidents.whom')} bg="white">
      <Group align="flex-end">
        <Select
          {...clear}
          label={t('journey.cohort')}
          searchable
          w={{ base: '100%', sm: 340 }}
          data={known.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          value={order.cohort}
          onChange={(cohort) => onChange({ cohort, state: null, ids: null })}
        />
        <Select
          {...clear}
          label={t('journey.where')}
          disabled={order.cohort === null}
          w={{ base: '100%', sm: 260 }}
          data={states.data?.states.map(({ state, label }) => ({ value: state, label })) ?? []}
          value={order.state}
          onChange={(state) => onChange({ state, ids: null })}
        />
        <Select
          {...clear}
          label={t('journey.standing')}
          w={{ base: '100%', sm: 180 }}
          data={STATUSES.map((value) => ({ value, label: t(`journey.status.${value}`) }))}
          value={order.status}
          onChange={(status) => onChange({ status, ids: null })}
        />
        <TextInput
          label={t('search.placeholder')}
          w={{ base: '100%', sm: 220 }}
          value={order.q}
          onChange={({ currentTarget }) => onChange({ q: currentTarget.value, ids: null })}
        />
        <Switch
          mb={8}
          label={t('incidents.onlyOverdue')}
          checked={order.overdue}
          onChange={({ currentTarget }) => onChange({ overdue: currentTarget.checked, ids: null })}
        />
      </Group>
      {isFiltered(order) ? (
        <Radio.Group
          mt="md"
          aria-label={t('incidents.whom')}
          value={order.ids === null ? 'all' : 'some'}
          onChange={(value) => onChange({ ids: value === 'all' ? null : [] })}
        >
          <Group>
            <Radio value="all" label={t('incidents.allMatching')} />
            <Radio value="some" label={t('incidents.someMatching')} />
          </Group>
        </Radio.Group>
      ) : (
        <Text size="sm" c="gray.7" mt="sm">
          {t('incidents.chooseFilter')}
        </Text>
      )}
      {order.ids !== null && <People order={order} ids={order.ids} onChange={(ids) => onChange({ ids })} />}
    </Fieldset>
  );
}

function People(props: { order: Order; ids: readonly string[]; onChange: (ids: string[]) => void }) {
  const { t } = useTranslation();
  const { order, ids, onChange } = props;
  const { status, ...filter } = filterOf(order);
  const found = useQuery({
    queryKey: [language(), 'journeys', 'to-choose', filter],
    queryFn: () => answerOf(api.GET('/api/v1/journeys', { params: { query: { ...filter, limit: MOST } } })),
  });
  return (
    <Answer of={found}>
      {({ items, nextCursor }) => (
        <Stack
          gap={6}
          mt="sm"
          mah={320}
          style={{ overflowY: 'auto' }}
          tabIndex={0}
          role="group"
          aria-label={t('incidents.people')}
        >
          {nextCursor !== null && <Text size="sm">{t('incidents.firstOnly', { count: MOST })}</Text>}
          {items
            .filter((one) => one.status !== 'final' && (status === undefined || one.status === status))
            .map(({ id, participant, where }) => (
              <Checkbox
                key={id}
                label={`${participant.name ?? ''} · ${where}`}
                checked={ids.includes(id)}
                onChange={({ currentTarget }) =>
                  onChange(currentTarget.checked ? [...ids, id] : ids.filter((one) => one !== id))
                }
              />
            ))}
        </Stack>
      )}
    </Answer>
  );
}
