import { Anchor, Badge, Button, Card, Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageLink } from '../parts/page-link.js';
import { TONES } from '../parts/tones.js';
import { audienceOf, nameOf, type OwnSession, type Session } from './timetable.js';

export interface Acts {
  cohortId: string;
  mayPlan: boolean;
  onChange: (session: Session) => void;
  onCancel: (session: Session) => void;
}

/** One session: when, what, where, with whom; and what one may do with it. */
export function SessionCard({
  session,
  acts,
  isSmall = false,
}: {
  session: Session;
  acts: Acts;
  isSmall?: boolean;
}) {
  const { t } = useTranslation();
  const name = nameOf(session, t);
  const isCancelled = 'cancelledAt' in session;
  return (
    <Card
      withBorder
      padding={isSmall ? 'xs' : 'sm'}
      component="article"
      aria-label={`${name}, ${session.time}`}
    >
      <Group justify="space-between" align="flex-start" wrap="wrap" gap="xs">
        <div>
          <Text size="sm" className="number" c="gray.8">
            {session.time}
          </Text>
          <Title order={3} size={isSmall ? 'h6' : 'h5'} td={isCancelled ? 'line-through' : undefined}>
            {name}
          </Title>
          <Where session={session} />
          {isCancelled && (
            <Text size="sm" mt={4}>
              <Badge color={TONES.alarm} mr={6}>
                {t('timetable.cancelled')}
              </Badge>
              {session.cancelReason}
            </Text>
          )}
          {!isCancelled &&
            session.warnings.map(({ message }) => (
              <Text key={message} size="sm" mt={4}>
                <Badge color={TONES.warn} mr={6}>
                  {t('timetable.warning')}
                </Badge>
                {message}
              </Text>
            ))}
        </div>
        {!isCancelled && (
          <Group
            gap={6}
            justify={isSmall ? 'flex-start' : 'flex-end'}
            {...(!isSmall && { style: { flexShrink: 0 } })}
          >
            <PageLink
              to="/cohorts/$id/timetable/$session"
              params={{ id: acts.cohortId, session: session.id }}
              size="sm"
              aria-label={t('timetable.registerOf', { name })}
              py={4}
            >
              {t('timetable.register', { count: session.recorded })}
            </PageLink>
            {acts.mayPlan && (
              <>
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t('timetable.changeOf', { name })}
                  onClick={() => acts.onChange(session)}
                >
                  {t('timetable.change')}
                </Button>
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t('timetable.cancelOf', { name })}
                  onClick={() => acts.onCancel(session)}
                >
                  {t('timetable.cancel')}
                </Button>
              </>
            )}
          </Group>
        )}
      </Group>
    </Card>
  );
}

/** Stage, place, who leads it and for whom it is. */
export function Where({ session }: { session: Session | OwnSession }) {
  const { t } = useTranslation();
  const { stage, place, trainer, kind, title } = session;
  const said = [
    ...(stage ? [t(`stage.${stage}`)] : title === null ? [] : [t(`timetable.kind.${kind}`)]),
    ...(place?.room ? [place.room] : []),
    ...(trainer?.name ? [trainer.name] : []),
    ...(audienceOf(session) ? [t('timetable.for', { whom: audienceOf(session) })] : []),
  ];
  return (
    <Text size="sm" c="gray.7">
      {said.join(' · ')}
      {place?.link && (
        <>
          {said.length > 0 && ' · '}
          <Anchor href={place.link} target="_blank" rel="noreferrer" size="sm" underline="always">
            {t('timetable.link')}
          </Anchor>
        </>
      )}
    </Text>
  );
}
