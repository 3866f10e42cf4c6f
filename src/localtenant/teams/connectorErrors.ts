import type { Response } from 'express'

/** A refusal of the Bot Connector, whose error shape is not Graph's. */
export class ConnectorError extends Error {
  readonly status: number
  readonly code: string
  readonly headers: Readonly<Record<string, string>>
  readonly members: Readonly<Record<string, unknown>>

  constructor(
    status: number,
    code: string,
    message: string,
    more: { headers?: Record<string, string>; members?: Record<string, unknown> } = {},
  ) {
    super(message)
    this.status = status
    this.code = code
    this.headers = more.headers ?? {}
    this.members = more.members ?? {}
  }
}

/** Writes a refusal as the Connector does. */
export function sendConnectorError(res: Response, error: ConnectorError): void {
  res
    .status(error.status)
    .set(error.headers)
    .json({ error: { code: error.code, message: error.message, ...error.members } })
}

export const undecryptable = () => new ConnectorError(403, 'BadArgument', 'Failed to decrypt conversation id')
export const notInRoster = () =>
  new ConnectorError(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.')
export const blocked = () =>
  new ConnectorError(403, 'ForbiddenOperationException', 'The app was removed or blocked by the person.', {
    members: { innerHttpError: { statusCode: 403 }, subCode: 'MessageWritesBlocked' },
  })
export const tooBig = () => new ConnectorError(413, 'MessageSizeTooBig', 'Message size too large.')
export const noSuchActivity = () =>
  new ConnectorError(404, 'ActivityNotFoundInConversation', 'The activity was not found in the conversation.')
