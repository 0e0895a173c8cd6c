import { Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { SignOut } from '../account/sign-out.js';
import { DoorFrame } from '../door/door-frame.js';
import { FactorPart } from './factor-part.js';
import { ProofNews } from './proof-news.js';
import './words.js';

/** Nothing else is open before: what one wanted to see comes right after. */
export function FactorDuty() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  return (
    <DoorFrame title={t('security.dutyTitle')}>
      <Text>{t('security.dutyAbout')}</Text>
      <ProofNews />
      <FactorPart onKept={() => void queries.invalidateQueries()} />
      <Group>
        <SignOut />
      </Group>
    </DoorFrame>
  );
}
