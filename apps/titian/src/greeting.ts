export interface Greeting {
  address: string;
  /** Where the data are, in words. */
  data: string;
  delivery: string;
  mail: string;
  sandbox: { now: string; accounts: string[]; password: string } | null;
}

/** What whoever started it wants to know; everything else is the log's. */
export function greetingLines({ address, data, delivery, mail, sandbox }: Greeting): string[] {
  return [
    '',
    `Titian   ${address}`,
    `API      ${address}/api/v1   (to look around: ${address}/api/docs)`,
    `Data     ${data}`,
    `Delivery ${delivery}`,
    `Mail     ${mail}`,
    ...(sandbox ? sandboxLines(sandbox) : []),
    '',
    'Ctrl-C stops it.',
  ];
}

function sandboxLines({ now, accounts, password }: NonNullable<Greeting['sandbox']>): string[] {
  return [
    '',
    'SANDBOX: invented people, a clock that stands still until it is moved. Not for real data.',
    `Clock    ${now}`,
    `Accounts ${accounts.join(' ')}   password ${password}`,
  ];
}
