using System.Globalization;
using System.Text;

namespace EcoPark.Hj212;

/// <summary>Reads the payload of a telegram by its command code.</summary>
public static class PayloadReader
{
    /// <summary>
    /// The payload; <see langword="null"/> for measurements (they are <see cref="Telegram.Readings"/>), for commands without a
    /// defined payload, and where a field that must be there is missing or unreadable. Never throws on bad input.
    /// </summary>
    public static Payload? Read(Telegram telegram) => telegram.Command switch
    {
        CommandCode.RequestAnswer => Number(telegram, "QnRtn"u8) is { } code ? new RequestAnswer((AnswerCode)code) : null,
        CommandCode.ExecutionResult => Number(telegram, "ExeRtn"u8) is { } code ? new ExecutionResult((ResultCode)code) : null,
        CommandCode.SetTimeoutAndRetries => Number(telegram, "OverTime"u8) is { } seconds && Number(telegram, "ReCount"u8) is { } count ? new TimeoutAndRetries(seconds, count) : null,
        CommandCode.UploadHardwareIdentity => Hardware(telegram),
        CommandCode.SetMn => Info(telegram, "i23005") is { Length: > 0 } logger ? new MnAssignment(logger) : null,
        CommandCode.KeyExchange => telegram.Find("SKCreateTime"u8) is not null || telegram.Find("NewSK"u8) is not null ? new KeyExchange(Time(telegram, "SKCreateTime"u8), telegram.Find("NewSK"u8)) : null,
        CommandCode.DeviceTime or CommandCode.SetDeviceTime => Time(telegram, "SystemTime"u8) is { } time ? new DeviceClock(Factor(telegram), time) : Named(telegram),
        CommandCode.RealTimeInterval or CommandCode.SetRealTimeInterval => Number(telegram, "RtdInterval"u8) is { } seconds ? new RealTimeInterval(seconds) : null,
        CommandCode.MinuteInterval or CommandCode.SetMinuteInterval => Number(telegram, "MinInterval"u8) is { } minutes ? new MinuteInterval(minutes) : null,
        CommandCode.SetPassword => telegram.Find("NewPW"u8) is { } password ? new NewPassword(password) : null,
        CommandCode.MinuteData or CommandCode.HourlyData or CommandCode.DailyData => Range(telegram),
        CommandCode.FacilityState => States(telegram),
        CommandCode.FacilityDailyRunTime => Range(telegram) ?? RunTimes(telegram),
        CommandCode.PowerOnTime => telegram.DataTime is { } at && Time(telegram, "RestartTime"u8) is { } restart ? new PowerOn(at, restart) : null,
        CommandCode.PeriodicRawData => Range(telegram) ?? Peaks(telegram),
        CommandCode.StandardCheckResult => Range(telegram) ?? Checks(telegram),
        CommandCode.TimeCalibrationRequest or CommandCode.ZeroSpanCalibration or CommandCode.SampleNow or CommandCode.CleanOrBlowBack or CommandCode.ComparisonSampling => Named(telegram),
        CommandCode.RetainedSample => telegram.DataTime is { } at && Number(telegram, "VaseNo"u8) is { } vase ? new RetainedSample(at, vase) : null,
        CommandCode.SetSamplingPeriod or CommandCode.SamplingPeriod => Sampling(telegram),
        CommandCode.SampleOutputTime => Factor(telegram) is { } factor && Number(telegram, "Stime"u8) is { } minutes ? new SampleOutputTime(factor, minutes) : Named(telegram),
        CommandCode.DeviceIdentity => Identity(telegram),
        CommandCode.DeviceInformation or CommandCode.SetDeviceParameter => Information(telegram),
        CommandCode.AlarmLimits2005 or CommandCode.SetAlarmLimits2005 => Limits(telegram),
        CommandCode.AlarmRecord2005 or CommandCode.AlarmEvent2005 or CommandCode.AlarmHistory2005 => Range(telegram) ?? Alarm(telegram),
        _ => null,
    };

    private static HardwareIdentity? Hardware(Telegram telegram)
    {
        string Part(string code, ReadOnlySpan<byte> name) => Info(telegram, code) ?? telegram.Find(name) ?? "";
        var identity = new HardwareIdentity(Part("i23005", "DataLoggerId"u8), Part("i23006", "CpuId"u8), Part("i23007", "Mac1"u8), Part("i23008", "Mac2"u8));
        return identity is { DataLoggerId: "", CpuId: "", Mac1: "", Mac2: "" } ? null : identity;
    }

    private static string? Info(Telegram telegram, string code) => Value(telegram, code, FieldKind.Info);

    private static Payload? Range(Telegram telegram) =>
        Time(telegram, "BeginTime"u8) is { } begin && Time(telegram, "EndTime"u8) is { } end ? new HistoryRange(begin, end) : null;

    private static AnalyserNamed? Named(Telegram telegram) =>
        Factor(telegram) is { } factor ? new AnalyserNamed(factor) : telegram.Fields.IsEmpty ? new AnalyserNamed(Factor: null) : null;

    private static FacilityStates? States(Telegram telegram) => telegram.DataTime is not { } time ? null :
        new FacilityStates(time, Each(telegram, FieldKind.RunState, (code, value) => int.TryParse(value, CultureInfo.InvariantCulture, out var state) ? new FacilityStates.Facility(code, (RunState)state) : null));

    private static FacilityRunTimes? RunTimes(Telegram telegram) => telegram.DataTime is not { } time ? null :
        new FacilityRunTimes(time, Each(telegram, FieldKind.RunTime, (code, value) => Decimal(value) is { } hours ? new FacilityRunTimes.Facility(code, hours) : null));

    private static PeriodicRawData? Peaks(Telegram telegram)
    {
        if (telegram.DataTime is not { } time)
            return null;
        var peaks = Codes(telegram).Select(code => new PeriodicRawData.Peak(
            code, Decimal(telegram, code, FieldKind.Avg) ?? Decimal(telegram, code, FieldKind.Rtd), Decimal(telegram, code, FieldKind.RetentionTime),
            Decimal(telegram, code, FieldKind.PeakArea), Decimal(telegram, code, FieldKind.PeakHeight))
        {
            Sampled = Instant(Value(telegram, code, FieldKind.SampleTime)),
            Completed = Instant(Value(telegram, $"{code}-CompleteTime", FieldKind.Other)),
            SampleType = Value(telegram, $"{code}-SampleType", FieldKind.Other),
        });
        return new PeriodicRawData(time, [.. peaks.Where(peak => peak is not { Concentration: null, RetentionTime: null, Area: null, Height: null })]);
    }

    private static StandardChecks? Checks(Telegram telegram)
    {
        if (telegram.DataTime is not { } time)
            return null;
        var checks = new List<StandardChecks.Check>();
        foreach (var code in Codes(telegram))
        {
            if (Decimal(telegram, code, FieldKind.SampleReading) is { } reading && Decimal(telegram, code, FieldKind.StandardValue) is { } standard
                && Value(telegram, code, FieldKind.ResultType) is "0" or "1")
            {
                checks.Add(new(code, reading, standard, Value(telegram, code, FieldKind.ResultType) == "1"));
            }
        }

        return new StandardChecks(time, checks);
    }

    private static Payload? Sampling(Telegram telegram)
    {
        // Written Ctime in table 4 and CTime in the examples of annex C.
        var hours = Number(telegram, "Ctime"u8) ?? Number(telegram, "CTime"u8);
        return Factor(telegram) is { } factor && hours is { } period
            && TimeOnly.TryParseExact(telegram.Find("CstartTime"u8), "HHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var start)
            ? new SamplingPeriod(factor, start, period)
            : Named(telegram);
    }

    private static Payload? Identity(Telegram telegram)
    {
        foreach (ref readonly var field in telegram.Fields)
        {
            if (field.Kind == FieldKind.SerialNumber)
                return new AnalyserIdentity(telegram.DataTime, Name(telegram, field), telegram.Text(telegram.Value(field)));
        }

        return Named(telegram);
    }

    private static Payload? Information(Telegram telegram)
    {
        var items = Each(telegram, FieldKind.Info, (code, value) => new DeviceInformation.Item(code, WithoutSlashes(value)));
        if (telegram.Find("InfoId"u8) is not { } infoId)
            return items.Count > 0 ? new DeviceInformation(telegram.DataTime, Factor(telegram), items) : null;
        if (Factor(telegram) is not { } factor)
            return null;
        return telegram.Command == CommandCode.SetDeviceParameter
            ? items.Count == 1 ? new ParameterSetting(factor, infoId, items[0].Value) : null
            : new InformationQuery(factor, infoId, Time(telegram, "BeginTime"u8), Time(telegram, "EndTime"u8));
    }

    /// <summary>A log text stands between // (C.43).</summary>
    private static string WithoutSlashes(string text) =>
        text.Length >= 4 && text.StartsWith("//", StringComparison.Ordinal) && text.EndsWith("//", StringComparison.Ordinal) ? text[2..^2] : text;

    private static Payload? Limits(Telegram telegram)
    {
        var limits = OtherCodes(telegram, "-UpValue")
            .Select(code => (Code: code, Low: OtherDecimal(telegram, $"{code}-LowValue"), Up: OtherDecimal(telegram, $"{code}-UpValue")))
            .Where(one => one.Low is not null && one.Up is not null)
            .Select(one => new AlarmLimits.Limit(one.Code, one.Low!.Value, one.Up!.Value)).ToList();
        return limits.Count > 0 ? new AlarmLimits(limits) : Named(telegram);
    }

    private static AlarmEvent? Alarm(Telegram telegram)
    {
        if (Time(telegram, "AlarmTime"u8) is not { } time)
            return null;
        var values = OtherCodes(telegram, "-Ala")
            .Select(code => (Code: code, Reading: OtherDecimal(telegram, $"{code}-Ala")))
            .Where(one => one.Reading is not null).Select(one => new AlarmEvent.Value(one.Code, one.Reading!.Value));
        return new AlarmEvent(time, telegram.Find("AlarmType"u8) ?? "", [.. values]);
    }

    private static string? Factor(Telegram telegram) => telegram.Find("PolId"u8) is { Length: > 0 } factor ? factor : null;

    private static int? Number(Telegram telegram, ReadOnlySpan<byte> name) =>
        int.TryParse(telegram.Find(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateTime? Time(Telegram telegram, ReadOnlySpan<byte> name) => Instant(telegram.Find(name));

    private static DateTime? Instant(string? text) =>
        text is not null && Decimals.TryParseTime(Encoding.UTF8.GetBytes(text), out var time) ? time : null;

    private static double? Decimal(string text) => Decimals.TryParse(Encoding.UTF8.GetBytes(text), out var value) ? value : null;

    private static double? Decimal(Telegram telegram, string code, FieldKind kind) => Value(telegram, code, kind) is { } text ? Decimal(text) : null;

    private static string? Value(Telegram telegram, string code, FieldKind kind)
    {
        foreach (ref readonly var field in telegram.Fields)
        {
            if (field.Kind == kind && Name(telegram, field) == code)
                return telegram.Text(telegram.Value(field));
        }

        return null;
    }

    /// <summary>Codes of all fields with a kind, each once, in order.</summary>
    private static List<string> Codes(Telegram telegram)
    {
        var codes = new List<string>();
        foreach (ref readonly var field in telegram.Fields)
        {
            if (field.Kind != FieldKind.Plain && Name(telegram, field) is var code && !codes.Contains(code))
                codes.Add(code);
        }

        return codes;
    }

    private static List<T> Each<T>(Telegram telegram, FieldKind kind, Func<string, string, T?> make)
        where T : class
    {
        var made = new List<T>();
        foreach (ref readonly var field in telegram.Fields)
        {
            if (field.Kind == kind && make(Name(telegram, field), telegram.Text(telegram.Value(field))) is { } one)
                made.Add(one);
        }

        return made;
    }

    private static IEnumerable<string> OtherCodes(Telegram telegram, string suffix) =>
        Codes(telegram).Where(name => name.EndsWith(suffix, StringComparison.Ordinal)).Select(name => name[..^suffix.Length]);

    private static double? OtherDecimal(Telegram telegram, string name) => Decimal(telegram, name, FieldKind.Other);

    private static string Name(Telegram telegram, in DataField field) => Encoding.Latin1.GetString(telegram.Name(field));
}
