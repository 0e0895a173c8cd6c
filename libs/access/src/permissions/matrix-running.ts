import type { Permission } from './relations.js';

/** What is done to many journeys, and to the installation. */
export const runningActions = {
  'operation.begin': {
    of: 'nothing',
    may: { institute: ['any'], lan: ['any'] },
    why: 'Touches journeys that the caller may run, and names the others as unknown.',
  },
  'operation.list': {
    of: 'nothing',
    may: { institute: ['any'], lan: ['any'] },
    why: 'Narrowed to operations of the caller’s institutes; LAN sees all.',
  },
  'operation.run': {
    of: 'operation',
    may: { institute: ['owner'], lan: ['all'] },
    why: 'Looked at, paused and taken up again by the institute that began it, and by LAN.',
  },
  'incident.list': {
    of: 'nothing',
    may: { institute: ['any'], lan: ['any'], operator: ['any'] },
    why: 'Narrowed to incidents of the caller’s institutes; LAN and whoever runs the installation see all, the latter no names.',
  },
  'incident.run': {
    of: 'incident',
    may: { institute: ['owner'], lan: ['all'], operator: ['all'] },
    why: 'What could not go on by itself is looked after by the institute whose journey it is, by LAN, and by whoever runs the installation.',
  },
  'letter.list': {
    of: 'nothing',
    may: { lan: ['any'], operator: ['any'] },
    why: 'Letters that could not be sent go to people of every organisation.',
  },
  'letter.retry': {
    of: 'letter',
    may: { lan: ['all'], operator: ['all'] },
    why: 'As with the list of letters.',
  },
  'queues.look': {
    of: 'nothing',
    may: { institute: ['any'], lan: ['any'], operator: ['any'] },
    why: 'Queues hold ids and counts; whoever waits may see that something is late. Only LAN retries and removes.',
  },
} as const satisfies Record<string, Permission>;
