import { createMemoryStore } from '../../adapters/hosting/embedded/memory-store.ts'
import { hostContract } from '../contracts/host.ts'
import { diaryHost, openDiaries } from './diary-host.ts'
import { temporaryFolder } from './temporary-folder.ts'

hostContract('embedded, in memory', async (deliver) => diaryHost(createMemoryStore(), deliver))
hostContract('embedded, in files', async (deliver) => diaryHost(await openDiaries(await temporaryFolder()), deliver))
