import { platformContract } from '../contracts/platform.ts'
import { telegramUnderTest } from './telegram-stage.ts'

platformContract(telegramUnderTest('polling'))
platformContract(telegramUnderTest('webhook'))
