using EcoPark.Server;

return await ParkServer.Run(args, ParkModules.All);
