import { Validator } from '@seriousme/openapi-schema-validator';
import { eventPayloads } from '../../../apps/titian/src/composition/event-payloads.js';
import { type ApiUnderTest, apiUnderTest } from './api-under-test.js';

type Operation = { parameters?: { name: string }[]; security?: object[]; responses: Record<string, object> };

describe('the OpenAPI document', () => {
  let api: ApiUnderTest;
  let document: {
    openapi: string;
    paths: Record<string, Record<string, Operation>>;
    components: {
      schemas: Record<
        string,
        { oneOf?: object[]; properties?: Record<string, { type?: unknown; enum?: unknown[] }> }
      >;
    };
  };
  beforeAll(async () => {
    api = await apiUnderTest({ eventPayloads: eventPayloads() });
    document = (await api.anonymous.get('/api/openapi.json')).body;
  });
  afterAll(() => api.close());

  it('is valid OpenAPI 3.1', async () => {
    expect(document.openapi).toBe('3.1.0');
    expect(await new Validator().validate(structuredClone(document))).toEqual({ valid: true });
  });

  it('says null the way 3.1 does', () => {
    expect(JSON.stringify(document)).not.toContain('"nullable"');
    expect(document.components.schemas.AccountView?.properties?.personId?.type).toEqual(['string', 'null']);
    expect(document.components.schemas.CompetencyView?.properties?.family?.enum).toContain(null);
  });

  it('describes every refusal as a problem, and the key on every write', () => {
    const operations = Object.values(document.paths).flatMap((path) => Object.entries(path));
    expect(operations.length).toBeGreaterThan(10);
    for (const [, { responses }] of operations) expect(responses).toHaveProperty('default');
    const preview = document.paths['/api/v1/plan-previews']?.post;
    expect(preview?.parameters?.map(({ name }) => name)).toContain('Idempotency-Key');
    const signIn = document.paths['/api/v1/sessions']?.post;
    expect(signIn?.parameters?.map(({ name }) => name)).not.toContain('Idempotency-Key');
    expect(signIn?.security).toEqual([{}]);
  });

  it('has every event of the journey with its payload', () => {
    const { schemas } = document.components;
    expect(schemas.JourneyEvent?.oneOf).toHaveLength(Object.keys(eventPayloads()).length);
    expect(schemas.Event_graduationDecided?.properties).toMatchObject({
      type: { const: 'graduationDecided' },
    });
  });

  it('can be looked around in without leaving this server', async () => {
    const page = await api.anonymous.get('/api/docs').redirects(1);
    expect(page.text).toContain('Titian API');
    const elsewhere = [...page.text.matchAll(/(?:src|href)=['"](https?:)?\/\/[^'"]+/g)];
    expect(elsewhere).toEqual([]);
    expect((await api.anonymous.get('/api/docs/swagger-ui-bundle.js')).status).toBe(200);
  });
});
