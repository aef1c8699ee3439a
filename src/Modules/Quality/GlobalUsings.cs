global using Interval = EcoPark.Standards.Interval;
global using Medium = EcoPark.Standards.Medium;
global using Origin = EcoPark.Telemetry.Readings.Origin;
global using Verdict = EcoPark.Standards.Verdict;
