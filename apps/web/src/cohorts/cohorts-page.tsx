import { Badge, Group, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { cohorts } from '../api/queries.js';
import { Answer } from '../parts/answer.js';
import { Message } from '../parts/message.js';
import { PageLink } from '../parts/page-link.js';
import { Wide } from '../parts/wide.js';
import { number, shortDay } from '../words/dates.js';

export function CohortsPage() {
  const { t } = useTranslation();
  const list = useQuery(cohorts());
  return (
    <>
      <Title order={1} size="h2" mb="md">
        {t('cohort.title')}
      </Title>
      <Answer of={list}>
        {({ items }) =>
          items.length === 0 ? (
            <Message title={t('cohort.empty')} about={t('cohort.emptyAbout')} />
          ) : (
            <Wide label={t('cohort.title')}>
              <Table highlightOnHover verticalSpacing="sm" bg="white" withTableBorder>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('cohort.name')}</Table.Th>
                    <Table.Th>{t('cohort.programme')}</Table.Th>
                    <Table.Th>{t('cohort.pathway')}</Table.Th>
                    <Table.Th>{t('cohort.dates')}</Table.Th>
                    <Table.Th ta="right">{t('cohort.enrolled')}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {items.map(({ id, name, programme, pathway, startsOn, endsOn, enrolled, institute }) => (
                    <Table.Tr key={id}>
                      <Table.Td>
                        <PageLink to="/cohorts/$id" params={{ id }} fw={600}>
                          {name}
                        </PageLink>
                        <Text size="xs" c="gray.7">
                          {institute.name}
                        </Text>
                      </Table.Td>
                      <Table.Td>{programme ?? t('cohort.assessmentOnly')}</Table.Td>
                      <Table.Td>
                        {pathway && <Badge variant="light">{t(`pathway.${pathway}`)}</Badge>}
                      </Table.Td>
                      <Table.Td>
                        {startsOn && endsOn && (
                          <Group gap={4}>
                            {shortDay(startsOn)} – {shortDay(endsOn)}
                          </Group>
                        )}
                      </Table.Td>
                      <Table.Td ta="right" className="number">
                        {number(enrolled)}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Wide>
          )
        }
      </Answer>
    </>
  );
}
