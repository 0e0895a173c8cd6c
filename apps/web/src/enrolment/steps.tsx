import { Group, Text, ThemeIcon } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const STEPS = ['file', 'check', 'done'] as const;
export type Step = (typeof STEPS)[number];

/** Which of the three one is at. */
export function Steps({ at }: { at: Step }) {
  const { t } = useTranslation();
  const current = STEPS.indexOf(at);
  return (
    <Group component="ol" gap="lg" p={0} m={0} mb="md" aria-label={t('enrolment.step.title')}>
      {STEPS.map((step, index) => (
        <Group
          key={step}
          component="li"
          gap={6}
          wrap="nowrap"
          style={{ listStyle: 'none' }}
          aria-current={step === at ? 'step' : undefined}
        >
          <ThemeIcon
            size={24}
            radius="xl"
            variant={index <= current ? 'filled' : 'default'}
            aria-hidden
            fz="sm"
          >
            {index + 1}
          </ThemeIcon>
          <Text
            size="sm"
            fw={step === at ? 650 : 400}
            c={index <= current ? 'dark' : 'gray.7'}
            visibleFrom={step === at ? undefined : 'sm'}
          >
            {t(`enrolment.step.${step}`)}
          </Text>
        </Group>
      ))}
    </Group>
  );
}
