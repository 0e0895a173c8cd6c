import { PROGRAMMES } from '#libs/curriculum';
import type { ConfiguredProgramme } from './knowledge.js';
import type { LoadedConfig } from './loaded-config.js';
import type { ProgrammeFile } from './schema/programme.schema.js';

const FEE_NOTE = {
  id: 'Biaya pelatihan per peserta, perkiraan ilustratif.',
  en: 'Training fee for one participant, an illustrative estimate.',
};

function programmeOf(file: ProgrammeFile): ConfiguredProgramme {
  const { code, version, name, level, postLevels, agendas, courses, fee } = file;
  const { amount } = fee.training;
  return {
    ...{ code, version, name, level, postLevels, agendas, courses },
    ...(amount === null ? {} : { fee: { amount, currency: 'IDR' as const, note: FEE_NOTE } }),
    feeLines: fee,
  };
}

/** The four programmes of each version, from the highest posts down. */
export function programmesOf({ programmes }: LoadedConfig): Map<string, ConfiguredProgramme[]> {
  const files = programmes.map(({ value }) => value);
  const versions = [...new Set(files.map(({ version }) => version))];
  const rank = ({ code }: ProgrammeFile) => PROGRAMMES.indexOf(code);
  return new Map(
    versions.map((version) => {
      const ofVersion = files.filter((file) => file.version === version).sort((a, b) => rank(a) - rank(b));
      return [version, ofVersion.map(programmeOf)];
    }),
  );
}
