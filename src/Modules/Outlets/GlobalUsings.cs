global using Interval = EcoPark.Standards.Interval;
global using Request = EcoPark.Hj212.Request;
