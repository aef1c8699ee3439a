global using Interval = EcoPark.Standards.Interval;
// Orleans brings Orleans.Runtime.Request into every file; here a request is always one to a device.
global using Request = EcoPark.Hj212.Request;
