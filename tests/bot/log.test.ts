import { pino } from 'pino'
import { failureFacts, quietLogger } from '../../src/bot/log.ts'
import { M365Error } from '../../src/domain/m365Error.ts'

function listen() {
  const lines: string[] = []
  return { lines, log: pino({}, { write: (line: string) => void lines.push(line) }) }
}

describe('what the log keeps', () => {
  test('the SDK’s warnings without the activities and errors that it hands over', () => {
    const { lines, log } = listen()
    const quiet = quietLogger(log)
    quiet.error('JWT validation failed', new Error('Bearer secret'), { text: 'secret' })
    quiet.child('http').warn('slow down', { authorization: 'secret' })
    quiet.debug('Handling activity', { text: 'secret' })
    expect(lines).toHaveLength(2)
    expect(lines.join()).toContain('JWT validation failed')
    expect(lines.join()).not.toContain('secret')
  })

  test('of a failure of Microsoft 365 its kind and request, not its sentence', () => {
    const error = new M365Error('conflict', 'About somebody.', { status: 412, requestId: 'r-1' })
    expect(failureFacts(error)).toEqual({ kind: 'conflict', status: 412, code: null, requestId: 'r-1' })
  })
})
