global using Interval = EcoPark.Standards.Interval;
