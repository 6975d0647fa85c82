import { crowd } from './crowd.ts'
import { shortForm } from './short-form.ts'

shortForm(crowd)
