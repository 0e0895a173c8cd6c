import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { Answer } from '../parts/answer.js';
import { AskAndDo } from '../parts/ask.js';
import { PageLink } from '../parts/page-link.js';
import { Part } from '../parts/part.js';
import { factorRule, type Organisation } from '../administration/administration.js';
import './words.js';

/** Whether the organisation asks a second factor of its officials, and who of them has none yet. */
export function FactorRulePart({ of }: { of: Organisation }) {
  const { t } = useTranslation();
  const rule = useQuery(factorRule(of.id));
  const [isAsking, setAsking] = useState(false);
  const isRequired = rule.data?.required ?? false;
  return (
    <Part
      title={t('accounts.rule')}
      aside={
        rule.data && (
          <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
            {t(isRequired ? 'accounts.waive' : 'accounts.require')}
          </Button>
        )
      }
    >
      <Answer of={rule}>
        {({ required, officials, without }) => (
          <>
            <Text size="sm" fw={600}>
              {t(required ? 'accounts.isRequired' : 'accounts.isNotRequired')}
            </Text>
            <Text size="sm">
              {officials === 0
                ? t('accounts.noOfficials')
                : without === 0
                  ? t('accounts.allHave', { count: officials })
                  : t('accounts.someLack', { count: without, officials })}{' '}
              {without > 0 && (
                <PageLink
                  to="/administration/accounts"
                  search={{ organisation: of.id, secondFactor: 'no' }}
                  size="sm"
                  underline="always"
                >
                  {t('accounts.whoLacks')}
                </PageLink>
              )}
            </Text>
            {isAsking && (
              <RuleDialog of={of} required={!required} without={without} onClose={() => setAsking(false)} />
            )}
          </>
        )}
      </Answer>
    </Part>
  );
}

function RuleDialog(props: { of: Organisation; required: boolean; without: number; onClose: () => void }) {
  const { t } = useTranslation();
  const { of, required, without, onClose } = props;
  return (
    <AskAndDo
      question={{
        title: t(required ? 'accounts.requireAsk' : 'accounts.waiveAsk'),
        confirm: t(required ? 'accounts.require' : 'accounts.waive'),
        isHarmful: !required,
      }}
      send={() =>
        answerOf(
          api.PUT('/api/v1/organisations/{id}/second-factor', {
            params: { path: { id: of.id } },
            body: { required },
          }),
        )
      }
      told={() => t(required ? 'accounts.isRequired' : 'accounts.isNotRequired')}
      onClose={onClose}
    >
      <Text size="sm">
        {required ? t('accounts.requireAbout', { count: without }) : t('accounts.waiveAbout')}
      </Text>
    </AskAndDo>
  );
}
