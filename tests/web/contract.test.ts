import { platformContract } from '../contracts/platform.ts'
import { webUnderTest } from './web-stage.ts'

platformContract(webUnderTest)
