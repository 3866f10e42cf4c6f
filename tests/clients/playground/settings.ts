/** Someone of the local tenant, as the playground wants people described (its own spelling of `userPrincipleName`). */
interface PlaygroundPerson {
  readonly id: string
  readonly name: string
  readonly userPrincipleName: string
  readonly aadObjectId: string
  readonly givenName: string
  readonly surname: string
  readonly email: string
}

const objectId = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

function person(number: number, givenName: string, surname: string): PlaygroundPerson {
  const address = `${givenName}.${surname}@thameside.example`.toLowerCase()
  return {
    id: objectId(number),
    name: `${givenName} ${surname}`,
    userPrincipleName: address,
    aadObjectId: objectId(number),
    givenName,
    surname,
    email: address,
  }
}

/** The person in front of the playground, to whom the sample gives work of his own. */
export const daniel = person(2, 'Daniel', 'Okafor')

/**
 * The playground's settings file: our tenant and our people in place of its own. It is YAML, of which JSON is a part,
 * and it must name five users besides the one in front. The chat's id is chosen so that the check knows it.
 */
export function playgroundSettings(tenantId: string, botId: string): string {
  return JSON.stringify({
    version: '0.1.1',
    tenantId,
    bot: { id: botId, name: 'Follow-Through' },
    currentUser: daniel,
    users: [
      person(1, 'Amira', 'Hassan'),
      person(4, 'Helen', 'Carver'),
      person(16, 'Erin', 'Walsh'),
      person(7, 'Gareth', 'Lloyd'),
      person(10, 'Mark', 'Ellery'),
    ],
    personalChat: { id: 'chat-of-daniel' },
    groupChat: { id: 'group-chat', name: 'Group chat' },
    team: {
      id: 'team-id',
      name: 'Team',
      aadGroupId: '00000000-0000-4000-8000-000000000031',
      channels: [{ id: 'channel-id', name: 'Announcements' }],
    },
  })
}
