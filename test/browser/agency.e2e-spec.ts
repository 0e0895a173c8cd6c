import type { Browser } from 'playwright-core';
import { CohortWorld, levels } from '../e2e/cohort-world.js';
import { LAPTOP, openBrowser, PHONE, Visitor } from './browser.js';

const TODAY = '2026-02-02';

describe('a sending agency', () => {
  let world: CohortWorld;
  let browser: Browser;
  let journey = '';
  let person = '';
  beforeAll(async () => {
    world = await CohortWorld.begin();
    browser = await openBrowser();
    const cohort = await world.opens({
      ...{ kind: 'assessment', name: 'Asesmen pegawai', assessmentOption: undefined },
      ...{ stages: undefined, endsOn: '2026-06-30', startsOn: TODAY },
    });
    [journey = ''] = await world.enrols(cohort, [{ entry: 'assessmentOnly', name: 'Contoh Belum Memenuhi' }]);
    await world.isAssessed(journey, levels(3, { M3: 2, M7: 2 }), TODAY);
    await world.isConfirmed(journey);
    person = 'Contoh Belum Memenuhi';
  });
  afterAll(async () => {
    await browser.close();
    await world.end();
  });

  const arrive = async (who: string, size: typeof LAPTOP) => {
    const visitor = await Visitor.arrive(browser, world.address, { name: `agency-${who}`, size });
    await visitor.signIn(who);
    return visitor;
  };

  it('acknowledges the feedback and plans sixty days with a coach and a mentor', async () => {
    const visitor = await arrive('instansi', LAPTOP);
    const { page } = visitor;
    await page.getByRole('heading', { level: 1, name: 'Pegawai kami' }).waitFor();
    await page.getByRole('link', { name: `${person} Mencatat penerimaan umpan balik` }).waitFor();
    const faults = await visitor.look('home');
    await page.getByRole('link', { name: `${person} Mencatat penerimaan umpan balik` }).click();
    await page.getByLabel('Tanggal diterima').waitFor();
    faults.push(...(await visitor.look('feedback')));
    await page.getByRole('button', { name: 'Catat penerimaan umpan balik' }).click();
    await page.getByText(`Tersimpan: Mencatat penerimaan umpan balik, ${person}`).waitFor();
    expect(await world.stateOf(journey)).toEqual(['remediation']);
    await page.getByRole('link', { name: `${person} Merencanakan pengembangan di tempat kerja` }).click();
    await page.getByText('Tinggal 60 hari').waitFor();
    for (const [role, name] of [
      ['Coach di tempat kerja', 'Contoh Coach'],
      ['Mentor', 'Contoh Mentor'],
    ] as const) {
      await page.getByRole('combobox', { name: role }).fill(name);
      await page
        .getByRole('option', { name: new RegExp(`^${name}(?! Pengganti)`) })
        .first()
        .click();
    }
    await page.getByRole('button', { name: 'Ambil draf dari panduan KSA' }).click();
    faults.push(...(await visitor.look('plan')));
    await page.getByRole('button', { name: 'Rencanakan pengembangan di tempat kerja' }).click();
    await page.getByText(`Tersimpan: Merencanakan pengembangan di tempat kerja, ${person}`).waitFor();
    expect(faults).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  it('whose coach logs a session in the sixty days from his list, on a phone', async () => {
    const visitor = await arrive('coach', PHONE);
    const { page } = visitor;
    await page.getByRole('link', { name: `Catat sesi: ${person}` }).click();
    await page.getByRole('heading', { level: 1, name: 'Catat sesi' }).waitFor();
    // Only what was not met counts.
    expect(await page.getByRole('radio', { name: /dari standar/ }).count()).toBe(2);
    await page
      .getByRole('radio', { name: /dari standar/ })
      .first()
      .click();
    await page.getByRole('textbox', { name: 'Catatan sesi' }).fill('Menyusun naskah pidato');
    const faults = await visitor.look('sixty-days-session');
    await page.getByRole('button', { name: 'Simpan sesi' }).click();
    await page.getByText(`Sesi dengan ${person} tercatat`).waitFor();
    const sixty = page.getByRole('region', { name: 'Sedang dalam pengembangan 60 hari' });
    await sixty.getByText('1 sesi', { exact: true }).waitFor();
    await sixty.getByText('Belum ada bukti').first().waitFor();
    faults.push(...(await visitor.look('sixty-days')));
    expect(faults).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });

  it('reports what was done, plans a next level and looks at its talents, on a phone', async () => {
    const visitor = await arrive('instansi', PHONE);
    const { page } = visitor;
    const faults = await visitor.look('home');
    await page.getByRole('link', { name: `${person} Melaporkan pengembangan di tempat kerja` }).click();
    await page.getByLabel('Ringkasan pelaksanaan').fill('Tiga sesi dengan coach dan satu penugasan');
    faults.push(...(await visitor.look('report')));
    await page.getByRole('button', { name: 'Laporkan pengembangan di tempat kerja' }).click();
    await page.getByText(`Tersimpan: Melaporkan pengembangan di tempat kerja, ${person}`).waitFor();
    await page
      .getByRole('link', { name: /Merencanakan jenjang berikutnya/ })
      .first()
      .click();
    await page.getByLabel('Isi baris 1').fill('Magang jabatan selama satu bulan');
    await page.getByRole('button', { name: 'Rencanakan jenjang berikutnya' }).click();
    await page.getByText(/^Tersimpan: Merencanakan jenjang berikutnya/).waitFor();
    await page.getByRole('button', { name: 'Buka menu' }).click();
    await page.getByRole('link', { name: 'Pegawai kami' }).click();
    await page.getByRole('heading', { level: 1, name: 'Pegawai kami' }).waitFor();
    await page.getByRole('link', { name: 'Kelompok talenta' }).click();
    await page.getByRole('heading', { level: 1, name: 'Kelompok talenta' }).waitFor();
    await page.getByRole('link', { name: person }).waitFor();
    faults.push(...(await visitor.look('talents')));
    expect(faults).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  });
});
