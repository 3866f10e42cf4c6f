import type { PostByAddress } from '../../usecases/loadSample.ts'

/** The domain of the sample's sign-in names. */
export const sampleDomain = 'thameside.example'

/** Who answers for a unit, by sign-in name. */
const headOf: Readonly<Record<string, string>> = {
  Crime: 'priya.nair',
  'Public Protection': 'priya.nair',
  'Roads Policing': 'mark.ellery',
  Custody: 'mark.ellery',
  'Uniformed Operations': 'mark.ellery',
  Intelligence: 'joanna.price',
}

/** The posts of Thameside Police that own recommendations. The Victim Champion has moved on and nobody follows yet. */
export const samplePosts: readonly PostByAddress[] = [
  post('crime-dci', 'T/DCI Crime', 'Crime', 'daniel.okafor', 'fiona.grant'),
  post('collision-data-lead', 'Collision Data Lead', 'Crime', 'daniel.okafor', 'gareth.lloyd'),
  post('roads-policing-inspector', 'Inspector, Roads Policing', 'Roads Policing', 'gareth.lloyd', null),
  post('custody-chief-inspector', 'Chief Inspector, Custody', 'Custody', 'susan.achebe', 'mark.ellery'),
  post('head-of-ppu', 'Head of Public Protection', 'Public Protection', 'priya.nair', 'fiona.grant'),
  post('ppu-di', 'Detective Inspector, Public Protection', 'Public Protection', 'fiona.grant', 'priya.nair'),
  post(
    'uniformed-ops-superintendent',
    'Superintendent, Uniformed Operations',
    'Uniformed Operations',
    'mark.ellery',
    'susan.achebe',
  ),
  post('head-of-psd', 'Head of Professional Standards', 'Professional Standards', 'joanna.price', null),
  post('intelligence-inspector', 'Inspector, Intelligence', 'Intelligence', 'erin.walsh', null),
  post('board-secretary', 'Board Secretary', 'Strategic Development', 'helen.carver', 'ruth.mbeki'),
  post('hmicfrs-liaison', 'HMICFRS Liaison Officer', 'Strategic Development', 'helen.carver', null),
  post(
    'head-of-learning',
    'Head of Learning and Development',
    'Learning and Development',
    'chen.wei',
    'ruth.mbeki',
  ),
  post(
    'training-coordinator',
    'Exercise and Training Coordinator',
    'Learning and Development',
    'ruth.mbeki',
    'chen.wei',
  ),
  post('victim-champion', 'Victim Champion', 'Force Resolution Centre', null, null),
  post(
    'camden-islington-commander',
    'Borough Commander, Camden and Islington',
    'Camden and Islington',
    'oliver.webb',
    'nadia.rahman',
  ),
  post(
    'neighbourhoods-superintendent',
    'T/Superintendent, Neighbourhoods',
    'Camden and Islington',
    'nadia.rahman',
    null,
  ),
  post(
    'camden-islington-protection',
    'Superintendent, Public Protection',
    'Camden and Islington',
    'priya.nair',
    'fiona.grant',
  ),
  post('camden-islington-response', 'Superintendent, Response', 'Camden and Islington', null, null),
  post(
    'lambeth-southwark-commander',
    'Borough Commander, Lambeth and Southwark',
    'Lambeth and Southwark',
    'mark.ellery',
    null,
  ),
  post(
    'lambeth-southwark-neighbourhoods',
    'T/Superintendent, Neighbourhoods',
    'Lambeth and Southwark',
    null,
    'gareth.lloyd',
  ),
]

function post(
  key: string,
  title: string,
  unit: string,
  holder: string | null,
  deputy: string | null,
): PostByAddress {
  const address = (name: string | null) => (name === null ? null : `${name}@${sampleDomain}`)
  return {
    key,
    title,
    unit,
    holder: address(holder),
    deputy: address(deputy),
    headOfUnit: address(headOf[unit] ?? null),
  }
}
