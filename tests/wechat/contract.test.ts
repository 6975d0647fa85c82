import { platformContract } from '../contracts/platform.ts'
import { wechat } from './wechat-stage.ts'

platformContract(wechat)
