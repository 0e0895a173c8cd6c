import {
  addWorkingDays,
  closesAt,
  earlierOf,
  instantInWords,
  opensAt,
  type Bilingual,
  type Instant,
} from '#libs/calendar';
import type { Appeal } from './decision.js';
import type { DecisionQuestion } from './decision-question.js';

type Question = Pick<DecisionQuestion, 'standing' | 'lookup'>;

/** How the participant may object to what the placement decided: the plan, the category, the class, the route. */
export function placementAppeal({ standing, lookup }: Question): Appeal {
  const { context, allowedEvents } = standing;
  const days = lookup.policy(context.versions.policy).journey.objectionWorkingDays;
  if (context.objectedOn) return { text: UNDER_REVIEW, until: dueOf(standing, 'objectionDue'), open: false };
  if (!context.placementConfirmedOn) return { text: afterConfirmation(days), until: null, open: false };
  const until = objectionUntil({ standing, lookup });
  return allowedEvents.includes('placementObjected')
    ? { text: mayObject(until, standing), until, open: true }
    : { text: closed(until, standing), until, open: false };
}

/** How to object to a report's judgement: it decides nothing that a new assessment does not replace. */
export function reportAppeal(question: Question, reused: boolean): Appeal {
  if (reused) return placementAppeal(question);
  return { text: NEW_ASSESSMENT, until: dueOf(question.standing, 'profileDue'), open: true };
}

/** How to object to a verdict: it counts once another person has confirmed it. */
export function verdictAppeal({ standing }: Question): Appeal {
  const { confirmedOn, retestFromOn } = standing.context;
  if (!confirmedOn) return { text: MAY_BE_RETURNED, until: dueOf(standing, 'verdictDue'), open: true };
  return {
    text: retestFromOn ? retestFrom(opensAt(retestFromOn, standing.context.zone), standing) : CONFIRMED,
    until: null,
    open: false,
  };
}

/** As the journey itself reckons it: so many working days, and not beyond the start for whoever was confirmed before it. */
function objectionUntil({ standing: { context }, lookup }: Question): Instant | null {
  const { placementConfirmedOn, startsOn, zone, versions } = context;
  if (!placementConfirmedOn) return null;
  const days = lookup.policy(versions.policy).journey.objectionWorkingDays;
  const last = addWorkingDays(lookup.calendar(versions.calendar), placementConfirmedOn, days);
  const closes = closesAt(last, zone);
  if (!startsOn || placementConfirmedOn >= startsOn) return closes;
  return earlierOf(closes, opensAt(startsOn, zone));
}

function dueOf({ deadlines }: Question['standing'], name: string): Instant | null {
  return deadlines.find((one) => one.name === name && one.status === 'armed')?.due ?? null;
}

function inWords(until: Instant | null, { context }: Question['standing']): Bilingual {
  return {
    id: until === null ? '-' : instantInWords(until, context.zone, 'id'),
    en: until === null ? '-' : instantInWords(until, context.zone, 'en'),
  };
}

function mayObject(until: Instant | null, standing: Question['standing']): Bilingual {
  const when = inWords(until, standing);
  return {
    id: `Peserta dapat mengajukan keberatan beserta alasannya di halaman perjalanannya sampai ${when.id}; lembaga pelatihan wajib meninjaunya.`,
    en: `The participant may object with a reason on the page of the journey until ${when.en}; the institute has to review it.`,
  };
}

function closed(until: Instant | null, standing: Question['standing']): Bilingual {
  const when = inWords(until, standing);
  return {
    id: `Masa keberatan berakhir pada ${when.id}; pertanyaan dapat disampaikan kepada lembaga pelatihan.`,
    en: `The time to object ended on ${when.en}; questions go to the institute.`,
  };
}

function afterConfirmation(days: number): Bilingual {
  return {
    id: `Ini usulan. Setelah lembaga pelatihan menetapkannya, peserta dapat berkeberatan selama ${days} hari kerja, paling lambat sampai pelatihan dimulai.`,
    en: `This is a proposal. Once the institute has confirmed it, the participant may object for ${days} working days, at the latest until the training starts.`,
  };
}

function retestFrom(from: Instant, standing: Question['standing']): Bilingual {
  const when = inWords(from, standing);
  return {
    id: `${CONFIRMED.id} Kompetensi yang belum terpenuhi dapat diasesmen ulang mulai ${when.id}.`,
    en: `${CONFIRMED.en} What was not met may be tested again from ${when.en}.`,
  };
}

const UNDER_REVIEW: Bilingual = {
  id: 'Keberatan peserta sedang ditinjau oleh lembaga pelatihan.',
  en: "The participant's objection is under review by the institute.",
};

const NEW_ASSESSMENT: Bilingual = {
  id: 'Penilaian awal yang baru menggantikannya; laporan lain yang memenuhi syarat dapat disampaikan kepada lembaga pelatihan sebelum itu.',
  en: 'A new assessment takes its place; another report that qualifies may be given to the institute before that.',
};

const MAY_BE_RETURNED: Bilingual = {
  id: 'Ini usulan: orang lain yang menetapkannya, dan ia dapat mengembalikannya untuk dinilai kembali. Keberatan disampaikan kepada lembaga pelatihan sebelum penetapan.',
  en: 'This is a proposal: another person confirms it, and may return it to be assessed again. Objections go to the institute before that.',
};

const CONFIRMED: Bilingual = {
  id: 'Sudah ditetapkan oleh seseorang; keberatan disampaikan secara tertulis kepada lembaga pelatihan.',
  en: 'A person has confirmed it; objections go to the institute in writing.',
};
