// A provider of its own, as a process of its own: `node oidc-provider.fixture.js <port> <redirect uri>`. It knows nothing of Titian; its
// pages let in whoever names himself, which is all that a test needs of them.
import Provider from 'oidc-provider';

const [port, redirectUri] = process.argv.slice(2);
const issuer = `http://127.0.0.1:${port}`;
const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'titian',
      client_secret: 'a secret between the two of them',
      redirect_uris: [redirectUri],
      response_types: ['code'],
      grant_types: ['authorization_code'],
    },
  ],
  pkce: { required: () => true },
  claims: { openid: ['sub'], email: ['email', 'email_verified'] },
  cookies: { keys: ['of a provider that is thrown away'] },
  findAccount: (_context, id) => ({
    accountId: id,
    claims: () => ({
      sub: id,
      email: `${id.replace(/^unverified-/, '')}@ins-01.example`,
      email_verified: !id.startsWith('unverified-'),
    }),
  }),
});
provider.listen(Number(port), '127.0.0.1', () => console.log(`ready ${issuer}`));
