using EcoPark.Sample;
using EcoPark.Server;

return await ParkServer.Run(args, [.. ParkModules.All, new SampleModule()]);
