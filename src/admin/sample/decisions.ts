import type { Decision } from '../../domain/decide.ts'
import type { Counterparty } from '../../domain/decisions.ts'
import { importedFrom } from '../../domain/paperImport.ts'
import type { PaperReading } from '../../domain/paperReading.ts'
import type { StatutoryClock } from '../../domain/statutoryClock.ts'
import type { SampleDecision } from '../../usecases/decideSample.ts'
import { clocksByPlace } from './learning.ts'
import { sampleDomain } from './posts.ts'

const folder = 'https://thameside.sharepoint.example/sites/follow-through/evidence'

/**
 * What people have decided about rows of the sample paper, by the report's place in the paper and the row's number.
 * None of it changes a status or a deadline, so the register still says what the paper says.
 */
export const sampleDecisions: Readonly<Record<string, readonly SampleDecision[]>> = {
  '3/1': [
    by('daniel.okafor', '2021-05-18', evidence('Domestic abuse procedure, draft 3', 'domestic-abuse-3')),
    by('daniel.okafor', '2021-05-20', { does: 'ask-sign-off', note: 'The new wording is in use already.' }),
    by('priya.nair', '2021-05-25', {
      ...{ does: 'answer-sign-off', agreed: true, holdUntil: '2021-07-31' },
      note: 'Good. Let us see two months of cases first.',
    }),
  ],
  '3/5': [
    secretary(
      '2021-04-12',
      waitsFor('Home Office and NPCC', 'the safeguarding protocol', '2021-04-12', '2021-06-14'),
    ),
  ],
  '4/8': [
    by('daniel.okafor', '2021-05-24', evidence('Paper for the Crime Standards Board, draft', 'bail-paper')),
    by('daniel.okafor', '2021-05-27', { does: 'ask-sign-off', note: 'The paper goes to the board in June.' }),
  ],
  '4/9': [
    secretary('2021-05-10', waitsFor('Regional Niche group', 'the new form MG3', '2021-05-10', '2021-06-07')),
  ],
  '5/8': [
    secretary(
      '2021-04-20',
      waitsFor('Transport for London', 'an answer about its cameras', '2021-04-20', '2021-05-25'),
    ),
    secretary('2021-04-20', {
      ...{ does: 'set-applies', applies: 'in-part' },
      why: 'Every camera here belongs to Transport for London.',
    }),
  ],
  '5/11': [
    secretary(
      '2021-03-22',
      waitsFor('College of Policing', 'the collision investigation module', null, '2021-08-02'),
    ),
  ],
  '5/16': [
    by('chen.wei', '2021-03-02', evidence('Traffic patrol course: first run, attendance', 'patrol-course')),
    secretary('2021-05-10', {
      ...{ does: 'rest-on', requirement: 'traffic-patrol', title: 'Traffic patrol for Roads Policing' },
      ...{ atLeast: 95, note: 'The course is the whole of the evidence.' },
    }),
    secretary('2021-05-12', said('awaiting-review', '2021-05-10', 'Sent with the evidence.')),
  ],
  '6/2': [
    by('fiona.grant', '2021-03-26', evidence('Control room prompts: what officers see', 'control-room')),
    secretary('2021-05-14', said('complete', '2021-05-12', 'The inspector was satisfied on the visit.')),
  ],
  '8/1': [
    secretary(
      '2021-03-15',
      waitsFor('Home Office', 'the published review of organised crime', null, '2021-07-05'),
    ),
  ],
  '9/4a': [
    by('joanna.price', '2021-04-30', evidence('Monitoring system: acceptance', 'monitoring')),
    secretary('2021-04-30', said('being-progressed', '2021-03-15', '')),
  ],
  '10/5': [secretary('2021-03-04', missed('The forces that were asked have not all answered.'))],
  '10/6': [
    secretary('2020-10-08', said('being-progressed', '2020-10-05', 'Improvement seen, but not sustained.')),
    secretary('2021-03-04', missed('The monthly audits do not reach the standard yet.')),
  ],
  '11/10': [secretary('2021-03-04', missed('The Victim Champion moved on, and nobody has followed.'))],
  '15/3': [
    secretary(
      '2020-11-16',
      waitsFor('College of Policing', 'its guidelines on triage', '2020-11-16', '2021-03-01'),
    ),
  ],
  '16/8': [secretary('2021-03-04', missed('The national practice came late, in the middle of Transform.'))],
}

function by(name: string, on: string, decision: Decision): SampleDecision {
  return { by: `${name}@${sampleDomain}`, roles: [], on, decision }
}

function secretary(on: string, decision: Decision): SampleDecision {
  return { by: `helen.carver@${sampleDomain}`, roles: ['Secretary'], on, decision }
}

function evidence(title: string, file: string): Decision {
  return { does: 'add-evidence', title, link: `${folder}/${file}.docx` }
}

function waitsFor(
  body: string,
  product: string,
  lastChased: Counterparty['lastChased'],
  nextChase: string,
): Decision {
  return { does: 'set-counterparty', counterparty: { body, product, lastChased, nextChase } }
}

function missed(rationale: string): Decision {
  return { does: 'set-rationale', rationale, redReason: 'missed' }
}

function said(
  status: 'awaiting-review' | 'being-progressed' | 'complete',
  on: string,
  note: string,
): Decision {
  return { does: 'inspectorate-said', word: { status, on, note } }
}

/** The decisions and clocks by the keys that the register gives to what the paper holds. */
export function decidedByKey(reading: PaperReading): {
  readonly decisions: ReadonlyMap<string, readonly SampleDecision[]>
  readonly clocks: ReadonlyMap<string, StatutoryClock>
} {
  const { reports, rows } = importedFrom(reading)
  const places = new Map(reports.map((report) => [report.key, report.order]))
  const decisions = rows.flatMap((one): [string, readonly SampleDecision[]][] => {
    const steps = one.ok ? sampleDecisions[`${places.get(one.row.reportKey)}/${one.row.number}`] : undefined
    return one.ok && steps ? [[one.row.key, steps]] : []
  })
  const clocks = reports.flatMap((report): [string, StatutoryClock][] => {
    const clock = clocksByPlace[report.order]
    return clock ? [[report.key, clock]] : []
  })
  return { decisions: new Map(decisions), clocks: new Map(clocks) }
}
