import { platformContract } from '../contracts/platform.ts'
import { linesUnderTest } from './lines-stage.ts'
import { screenUnderTest } from './screen-stage.ts'

platformContract(linesUnderTest)
platformContract(screenUnderTest)
