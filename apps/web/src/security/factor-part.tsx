import { Text } from '@mantine/core';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { Answer } from '../parts/answer.js';
import { Part } from '../parts/part.js';
import { dayInWords } from '../words/dates.js';
import { FactorOff } from './factor-off.js';
import { FactorSetUp } from './factor-set-up.js';
import { RecoveryCodes } from './recovery-codes.js';
import './words.js';

export const myFactor = () =>
  queryOptions({
    queryKey: ['me', 'second-factor'],
    queryFn: () => answerOf(api.GET('/api/v1/me/second-factor')),
  });

/** The codes of a new factor stay on the page until their owner has kept them; `onKept` is told then. */
export function FactorPart({ onKept }: { onKept?: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const factor = useQuery(myFactor());
  const [codes, setCodes] = useState<string[] | null>(null);
  const changed = () => queries.invalidateQueries({ queryKey: myFactor().queryKey });
  const take = (made: string[]) => {
    setCodes(made);
    void changed();
  };
  const kept = () => {
    setCodes(null);
    onKept?.();
  };
  return (
    <Part title={t('security.factor')}>
      <Text size="sm" mb="sm">
        {t('security.factorAbout')}
      </Text>
      {codes ? (
        <RecoveryCodes codes={codes} onKept={kept} />
      ) : (
        <Answer of={factor}>
          {({ on, since, recoveryCodesLeft, required }) => (
            <>
              {required && (
                <Text size="sm" mb="sm">
                  {t('security.factorRequired')}
                </Text>
              )}
              {on && since !== null ? (
                <>
                  <Text size="sm" mb="sm">
                    {t('security.factorOn', { date: dayInWords(since), count: recoveryCodesLeft })}
                  </Text>
                  <FactorOff onCodes={take} onOff={() => void changed()} />
                </>
              ) : (
                <FactorSetUp onCodes={take} />
              )}
            </>
          )}
        </Answer>
      )}
    </Part>
  );
}
