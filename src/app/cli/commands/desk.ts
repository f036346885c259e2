import { defineCommand, exit, textsOption, UsageError } from '../command.ts'

export const deskCommand = defineCommand({
  usage: 'desk',
  summary: 'A workbench in the browser: read, pin, write claims, weigh judgments',
  examples: [
    ['$0 desk', 'prints an address of this machine, for the browser of this machine'],
    ['$0 desk --port 7788', 'always at the same port'],
  ],
  options: {
    port: { type: 'number', default: 0, describe: 'The port on 127.0.0.1; 0 takes one that is free' },
    texts: textsOption,
  },
  async run(args, world) {
    const port = Number(args.port)
    if (!(Number.isInteger(port) && port >= 0 && port < 65536))
      throw new UsageError('“--port” needs a number from 0 to 65535')
    const [{ serveDesk }, { textsFolder }, { diskHost }] = await Promise.all([
      import('../desk-server.ts'),
      import('../records.ts'),
      import('../host.ts'),
    ])
    const host = diskHost(world.folder, world.env)
    const texts = await textsFolder(args.texts, host)
    const { config } = await world.ownCode()
    const { address, stopped } = await serveDesk({
      folder: world.folder,
      host,
      options: { texts, config },
      port,
    }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error
      throw new UsageError(`the port ${port} cannot be had`, 'leave --port away, and a free one is taken')
    })
    world.out(`${address}\n`)
    if (!world.quiet) world.err('  open it in the browser; it is for you alone. Ctrl+C ends it.\n')
    await stopped
    return exit.done
  },
})
