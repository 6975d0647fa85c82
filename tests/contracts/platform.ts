import { describe } from 'vitest'
import { drawnPictureContract } from './platform-drawn-pictures.ts'
import { groupContract } from './platform-groups.ts'
import { hostileContract } from './platform-hostile.ts'
import { privateContract } from './platform-private.ts'
import { sendingContract } from './platform-sending.ts'
import { sentPictureContract } from './platform-sent-pictures.ts'
import { settingsContract } from './platform-settings.ts'
import type { PlatformUnderTest } from './stage.ts'

/** What every platform must do, with the real engine, switchboard and host; what it lacks is not asked of it. */
export function platformContract(platform: PlatformUnderTest): void {
  const { name, has } = platform
  describe(`the platform contract: ${name}`, () => {
    describe('in private', () => privateContract(platform))
    describe('with pictures people send', () => sentPictureContract(platform))
    describe('with pictures it draws', () => drawnPictureContract(platform))
    describe('with hostile text', () => hostileContract(platform))
    describe.skipIf(!has.sending)('when sending fails', () => sendingContract(platform))
    describe.skipIf(!has.groups)('in groups', () => groupContract(platform))
    describe.skipIf(!has.groups)('with settings of a group', () => settingsContract(platform))
  })
}
