import type { Browser, Page } from 'playwright-core';
import { sandboxServer, type SandboxServer } from '../e2e/sandbox-server.js';
import { rosterCsv } from '../e2e/sheets.js';
import { nipOf } from '../e2e/workbooks.js';
import { LAPTOP, openBrowser, PHONE, Visitor } from './browser.js';

const COHORT = 'PKA Angkatan Cerita (contoh)';
const PERSON = 'Contoh Jembatan';
const ROSTER = rosterCsv([{ nip: nipOf('19850101', 321), name: PERSON, birthDate: '1985-01-01', sex: 'L' }]);

/** One participant from an Excel sheet to a certificate that a stranger checks, by clicking alone. Each step builds on those before. */
describe('one story across roles, in a browser', () => {
  let server: SandboxServer;
  let browser: Browser;
  const complaints: string[] = [];
  const faults: string[] = [];
  let isStuck = false;

  beforeAll(async () => {
    [server, browser] = await Promise.all([sandboxServer(), openBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  /** Somebody comes, does what he does, and goes; where he got stuck there is a picture. */
  const as = async (
    who: string,
    size: typeof LAPTOP,
    act: (page: Page, visitor: Visitor) => Promise<void>,
  ) => {
    if (isStuck) throw new Error('an earlier step got stuck');
    const visitor = await Visitor.arrive(browser, server.address, { name: `story-${who}`, size });
    try {
      await visitor.signIn(who);
      await act(visitor.page, visitor);
    } catch (error) {
      isStuck = true;
      await visitor.look('stuck');
      throw error;
    }
    complaints.push(...visitor.complaints.map((complaint) => `${who}: ${complaint}`));
    await visitor.leave();
  };
  const look = async (visitor: Visitor, screen: string) => faults.push(...(await visitor.look(screen)));

  const moveOn = (steps: string, times: number) =>
    as('lembaga', LAPTOP, async (page) => {
      for (let time = 0; time < times; time += 1) {
        const before = await page
          .getByText(/^Hari ini /)
          .first()
          .textContent();
        await page.getByRole('button', { name: steps }).click();
        await page.getByText(before ?? '', { exact: true }).waitFor({ state: 'hidden', timeout: 120_000 });
      }
    });
  const cohortPart = async (page: Page, part: string) => {
    await page.getByRole('link', { name: COHORT, exact: true }).click();
    await page.getByRole('link', { name: part, exact: true }).click();
  };
  /** The assessor's queue leads to the person's form; every competency gets its level. */
  const rate = (work: string, levels: Record<string, string>) =>
    as('asesor', LAPTOP, async (page) => {
      await page
        .getByRole('row', { name: new RegExp(`${PERSON}.*${work}`) })
        .getByRole('link')
        .click();
      await page.getByRole('heading', { level: 1, name: work }).waitFor();
      const groups = page.getByRole('radiogroup', { name: /^Level / });
      await groups.first().waitFor();
      for (const group of await groups.all()) {
        const name = (await group.getAttribute('aria-label')) ?? '';
        const level = Object.entries(levels).find(([competency]) => name.includes(competency))?.[1] ?? '3';
        await group.getByText(level, { exact: true }).click();
      }
      await page.getByRole('button', { name: /^Catat/ }).click();
      await page.getByText(`Tersimpan: ${work}, ${PERSON}`).waitFor();
    });
  const recommend = () =>
    as('asesor', LAPTOP, async (page) => {
      await page
        .getByRole('row', { name: new RegExp(`${PERSON}.*Menulis rekomendasi`) })
        .getByRole('link')
        .click();
      await page.getByRole('textbox', { name: 'Isi baris 1' }).fill('Penugasan memimpin tim lintas unit.');
      await page.getByRole('button', { name: /^Tulis rekomendasi/ }).click();
      await page.getByText(`Tersimpan: Menulis rekomendasi, ${PERSON}`).waitFor();
    });
  const confirmVerdict = () =>
    as('pimpinan', LAPTOP, async (page) => {
      await cohortPart(page, 'Hasil');
      const article = page.getByRole('article', { name: PERSON });
      await article.getByText('Penugasan memimpin tim lintas unit.').waitFor();
      await article.getByRole('button', { name: 'Tetapkan' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Tetapkan' }).click();
      await page.getByRole('heading', { name: 'Tidak ada hasil yang menunggu' }).waitFor();
    });
  const whereItStands = (where: string) =>
    as('lembaga', LAPTOP, async (page) => {
      await page
        .getByRole('combobox', { name: 'Cari peserta atau angkatan' })
        .or(page.getByLabel('Cari peserta atau angkatan'))
        .fill(PERSON);
      await page.getByRole('option', { name: PERSON }).click();
      await page.getByRole('heading', { level: 1, name: PERSON }).waitFor();
      await page.getByRole('region', { name: 'Di mana' }).getByText(where).waitFor();
    });

  it('opens a cohort and enrols from a sheet', () =>
    as('lembaga', LAPTOP, async (page) => {
      await page.getByRole('link', { name: 'Buka angkatan' }).click();
      await page.getByRole('textbox', { name: /^Nama angkatan/ }).fill(COHORT);
      await page.getByRole('combobox', { name: 'Program' }).click();
      await page.getByRole('option', { name: /Administrator/ }).click();
      await page.getByLabel(/^Mulai/).fill('2026-03-02');
      await page.getByLabel(/^Selesai/).fill('2026-03-31');
      await page.getByRole('button', { name: 'Buka dan daftarkan peserta' }).click();
      await page.locator('input[type=file]').setInputFiles({
        ...{ name: 'peserta.csv', mimeType: 'text/csv', buffer: Buffer.from(ROSTER) },
      });
      await page.getByRole('button', { name: 'Simpan 1 baris' }).click();
      await page.getByText('1 baris tersimpan.').waitFor();
    }));

  it('assesses, and confirms the placement that follows from it', async () => {
    await rate('Menilai profil kompetensi', { Kerja: '2', Komunikasi: '1' });
    await as('lembaga', LAPTOP, async (page) => {
      await cohortPart(page, 'Penempatan');
      await page.getByText(PERSON).waitFor();
      await page.getByRole('checkbox', { name: `Pilih ${PERSON}` }).click();
      await page.getByRole('button', { name: 'Tetapkan penempatan' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Tetapkan penempatan' }).click();
      await page.getByText('1 penempatan ditetapkan').waitFor();
    });
  });

  it('names a mentor, trains, and logs a session on a phone', async () => {
    await as('lembaga', LAPTOP, async (page) => {
      await page.getByLabel('Cari peserta atau angkatan').fill(PERSON);
      await page.getByRole('option', { name: PERSON }).click();
      await page.getByRole('button', { name: 'Tunjuk mentor' }).click();
      const form = page.getByRole('dialog');
      await form.getByRole('combobox', { name: 'Mentor' }).fill('Contoh Mentor');
      await page.getByRole('option', { name: /Contoh Mentor/ }).click();
      await form.getByRole('button', { name: 'Tunjuk mentor' }).click();
      await form.waitFor({ state: 'hidden' });
    });
    await moveOn('+ 1 bulan', 1);
    await whereItStands('Pembelajaran mandiri');
    await as('mentor', PHONE, async (page, visitor) => {
      await page.getByRole('link', { name: PERSON }).first().click();
      await page.getByRole('heading', { level: 1, name: 'Melakukan sesi mentoring' }).waitFor();
      await page.getByText('Level 1 dari standar 3').first().click();
      await page.getByLabel('Catatan sesi').fill('Menyusun rencana komunikasi tim.');
      await look(visitor, 'session');
      await page.getByRole('button', { name: 'Simpan sesi' }).click();
      await page.getByText(`Sesi dengan ${PERSON} tercatat`).waitFor();
    });
  });

  it('scores and decides', async () => {
    await moveOn('+ 1 bulan', 1);
    await as('penguji', LAPTOP, async (page) => {
      await page.getByRole('link', { name: 'Angkatan', exact: true }).click();
      await cohortPart(page, 'Evaluasi');
      await page.getByRole('textbox', { name: `${PERSON}: akademik` }).click();
      for (const score of ['85', '82', '88', '90']) {
        await page.keyboard.type(score);
        await page.keyboard.press('Tab');
      }
      await page.getByText('1 menunggu keputusan').waitFor();
    });
    await as('lembaga', LAPTOP, async (page) => {
      await cohortPart(page, 'Evaluasi');
      await page.getByRole('tab', { name: 'Keputusan · 1' }).click();
      await page.getByRole('button', { name: 'Pilih yang diusulkan lulus' }).click();
      await page.getByRole('button', { name: 'Luluskan (1)' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Luluskan' }).click();
      await page.getByText('1 peserta diluluskan').waitFor();
    });
  });

  it('assesses three months later, does not meet the standard yet, and hands over to the agency', async () => {
    await moveOn('+ 1 bulan', 3);
    await rate('Menilai kompetensi pascapelatihan', { Komunikasi: '2' });
    await recommend();
    await confirmVerdict();
    await whereItStands('Belum memenuhi standar');
  });

  it('develops at the workplace for sixty days and assesses again', async () => {
    await as('instansi', LAPTOP, async (page, visitor) => {
      await page
        .getByRole('link', { name: new RegExp(`${PERSON}.*Mencatat penerimaan umpan balik`) })
        .click();
      await page.getByRole('button', { name: /^Catat penerimaan/ }).click();
      await page.getByText(`Tersimpan: Mencatat penerimaan umpan balik, ${PERSON}`).waitFor();
      await page.getByRole('link', { name: 'Pegawai kami' }).click();
      await page.getByRole('link', { name: new RegExp(`${PERSON}.*Merencanakan pengembangan`) }).click();
      for (const who of ['Coach di tempat kerja', 'Mentor']) {
        await page.getByRole('combobox', { name: who }).fill('Contoh Mentor');
        await page.getByRole('option', { name: /Contoh Mentor/ }).click();
      }
      await page.getByRole('textbox', { name: /baris 1/ }).fill('Memimpin rapat koordinasi mingguan.');
      await look(visitor, 'remediation');
      await page.getByRole('button', { name: /^Rencanakan pengembangan/ }).click();
      await page.getByText(/^Tersimpan: Merencanakan pengembangan/).waitFor();
    });
    await moveOn('+ 1 bulan', 2);
    await whereItStands('Menunggu asesmen ulang');
    await rate('Menilai ulang', {});
    await recommend();
    await confirmVerdict();
    await whereItStands('Merencanakan jenjang berikutnya');
  });

  it('ends with a certificate that a stranger checks', async () => {
    let address = '';
    await as('lembaga', LAPTOP, async (page) => {
      await cohortPart(page, 'Sertifikat');
      const line = page.getByRole('row', { name: /Sertifikat Kompetensi Manajerial/ });
      const link = line.getByRole('link', { name: /^Buka halaman verifikasi/ });
      address = (await link.getAttribute('href')) ?? '';
    });
    const stranger = await Visitor.arrive(browser, server.address, { name: 'story-stranger', size: PHONE });
    await stranger.page.goto(address);
    await stranger.page.getByRole('heading', { name: 'Sah dan berlaku' }).waitFor();
    await stranger.page.getByText(PERSON).waitFor();
    await look(stranger, 'certificate');
    complaints.push(...stranger.complaints);
    await stranger.leave();
    await as('lembaga', LAPTOP, async (page, visitor) => {
      await page.getByLabel('Cari peserta atau angkatan').fill(PERSON);
      await page.getByRole('option', { name: PERSON }).click();
      await page.getByRole('heading', { level: 1, name: PERSON }).waitFor();
      await look(visitor, 'journey');
    });
    expect(faults).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
