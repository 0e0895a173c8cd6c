import { Alert, Button, Checkbox, Code, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import type { components } from '../api/schema.js';
import { Answer } from '../parts/answer.js';
import { faultsAt } from '../parts/faults-at.js';
import { Part } from '../parts/part.js';
import { Refusal } from '../parts/refusal.js';
import { say } from '../parts/say.js';
import { momentInWords } from './moment.js';
import { givenPassword, OwnProof } from './own-proof.js';
import './words.js';

type Token = components['schemas']['TokenLineView'];
type Scope = Token['scopes'][number];

const SCOPES: readonly Scope[] = ['read', 'events', 'imports'];

const myTokens = () =>
  queryOptions({ queryKey: ['me', 'tokens'], queryFn: () => answerOf(api.GET('/api/v1/me/tokens')) });

export function TokensPart() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tokens = useQuery(myTokens());
  const revoke = useMutation({
    mutationFn: (id: string) => answerOf(api.DELETE('/api/v1/me/tokens/{id}', { params: { path: { id } } })),
    onSuccess: async () => {
      say(t('security.revoked'));
      await queries.invalidateQueries({ queryKey: myTokens().queryKey });
    },
  });
  return (
    <Part title={t('security.tokens')}>
      <Stack gap="sm">
        <Text size="sm">{t('security.tokensAbout')}</Text>
        <Answer of={tokens}>
          {({ items }) =>
            items.length === 0 ? (
              <Text size="sm" c="gray.7">
                {t('security.noTokens')}
              </Text>
            ) : (
              items.map((token) => (
                <Line
                  key={token.id}
                  token={token}
                  isPending={revoke.isPending && revoke.variables === token.id}
                  onRevoke={() => revoke.mutate(token.id)}
                />
              ))
            )
          }
        </Answer>
        <Refusal of={revoke.error} />
        <NewToken onMade={() => void queries.invalidateQueries({ queryKey: myTokens().queryKey })} />
      </Stack>
    </Part>
  );
}

function Line(props: { token: Token; isPending: boolean; onRevoke: () => void }) {
  const { t } = useTranslation();
  const { name, scopes, expiresAt } = props.token;
  return (
    <Group justify="space-between" wrap="nowrap">
      <div>
        <Text size="sm" fw={600}>
          {name}
        </Text>
        <Text size="sm" c="gray.7">
          {scopes.map((scope) => t(`security.scope.${scope}`)).join(', ')} ·{' '}
          {t('security.until', { date: momentInWords(expiresAt) })}
        </Text>
      </div>
      <Button
        size="compact-sm"
        variant="default"
        loading={props.isPending}
        aria-label={t('security.revokeOf', { name })}
        style={{ flexShrink: 0 }}
        onClick={props.onRevoke}
      >
        {t('security.revoke')}
      </Button>
    </Group>
  );
}

function NewToken({ onMade }: { onMade: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<Scope[]>(['read']);
  const [days, setDays] = useState(90);
  const [password, setPassword] = useState('');
  const make = useMutation({
    mutationFn: () =>
      answerOf(api.POST('/api/v1/me/tokens', { body: { name, scopes, days, ...givenPassword(password) } })),
    onSuccess: () => {
      setName('');
      setPassword('');
      onMade();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate();
  };
  const { at, left } = faultsAt(make.error, ['password']);
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        {make.data && (
          <Alert color="green" variant="light" role="status" title={t('security.made')}>
            <Text size="sm" c="dark">
              {t('security.madeAbout')}
            </Text>
            <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {make.data.token}
            </Code>
          </Alert>
        )}
        <TextInput
          label={t('security.tokenName')}
          maxLength={100}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          required
        />
        <Checkbox.Group
          label={t('security.scopes')}
          value={scopes}
          onChange={(chosen) => setScopes(SCOPES.filter((scope) => chosen.includes(scope)))}
        >
          <Stack gap={6} mt={6}>
            {SCOPES.map((scope) => (
              <Checkbox key={scope} value={scope} label={t(`security.scope.${scope}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
        <NumberInput
          label={t('security.days')}
          min={1}
          max={366}
          allowDecimal={false}
          hideControls
          value={days}
          onChange={(value) => setDays(Number(value))}
          required
        />
        <OwnProof value={password} error={at['password']} onChange={setPassword} />
        <Refusal of={left} />
        <Button
          type="submit"
          loading={make.isPending}
          disabled={scopes.length === 0}
          style={{ alignSelf: 'flex-start' }}
        >
          {t('security.make')}
        </Button>
      </Stack>
    </form>
  );
}
