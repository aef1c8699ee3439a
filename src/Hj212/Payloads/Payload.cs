using System.Globalization;

namespace EcoPark.Hj212;

/// <summary>
/// What a data area says that is no measurement of a factor: answers, settings, states, identities, device information.
/// <see cref="PayloadReader.Read"/> makes it from a telegram, <see cref="DataArea"/> writes it again; annex C names the tables.
/// </summary>
public abstract record Payload
{
    private protected Payload()
    {
    }

    /// <summary>What stands between CP=&amp;&amp; and &amp;&amp;.</summary>
    public abstract string DataArea { get; }

    private protected static string Stamp(DateTime wallClock) => wallClock.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);

    private protected static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private protected static string Head(DateTime? dataTime, string? factor) =>
        (dataTime is { } time ? $"DataTime={Stamp(time)};" : "") + (factor is null ? "" : $"PolId={factor};");
}

/// <summary>9011: whether the device will do what it was asked; table 7.</summary>
public sealed record RequestAnswer(AnswerCode Code) : Payload
{
    public override string DataArea => Text($"QnRtn={(int)Code}");
}

/// <summary>9012: how it went; table 6.</summary>
public sealed record ExecutionResult(ResultCode Code) : Payload
{
    public override string DataArea => Text($"ExeRtn={(int)Code}");
}

/// <summary>1000, C.1.</summary>
public sealed record TimeoutAndRetries(int TimeoutSeconds, int Retries) : Payload
{
    public override string DataArea => Text($"OverTime={TimeoutSeconds};ReCount={Retries}");
}

/// <summary>1001 (2025): the fingerprint by which the upper system assigns a network code. Absent parts are empty.</summary>
/// <remarks>The codes are those of one public implementation, where the table of annex C was not at hand; DataLoggerId, CpuId, Mac1 and Mac2 are read as well.</remarks>
public sealed record HardwareIdentity(string DataLoggerId, string CpuId, string Mac1, string Mac2) : Payload
{
    public override string DataArea => $"i23005-Info={DataLoggerId};i23006-Info={CpuId};i23007-Info={Mac1};i23008-Info={Mac2}";
}

/// <summary>1002 (2025): the logger that is given the MN of the header.</summary>
/// <remarks>Seen in one public implementation.</remarks>
public sealed record MnAssignment(string DataLoggerId) : Payload
{
    public override string DataArea => $"i23005-Info={DataLoggerId}";
}

/// <summary>1014 (2025): from the logger when its key was made, from the upper system the new key as well.</summary>
/// <remarks>Seen in one public implementation.</remarks>
/// <param name="Created">When the key was made; <see langword="null"/> where the logger leaves it empty.</param>
/// <param name="NewKey">The new key; <see langword="null"/> where the logger asks for one.</param>
public sealed record KeyExchange(DateTime? Created, string? NewKey) : Payload
{
    public override string DataArea => $"SKCreateTime={(Created is { } time ? Stamp(time) : "")}{(NewKey is null ? "" : $";NewSK={NewKey}")}";
}

/// <summary>1011 and 1012, C.2 and C.3: the clock of the logger, or of the analyser of a factor.</summary>
public sealed record DeviceClock(string? Factor, DateTime SystemTime) : Payload
{
    public override string DataArea => $"{Head(null, Factor)}SystemTime={Stamp(SystemTime)}";
}

/// <summary>1061 and 1062, C.5 and C.6, seconds.</summary>
public sealed record RealTimeInterval(int Seconds) : Payload
{
    public override string DataArea => Text($"RtdInterval={Seconds}");
}

/// <summary>1063 and 1064, C.7 and C.8, minutes.</summary>
public sealed record MinuteInterval(int Minutes) : Payload
{
    public override string DataArea => Text($"MinInterval={Minutes}");
}

/// <summary>1072, C.9.</summary>
public sealed record NewPassword(string Password) : Payload
{
    public override string DataArea => $"NewPW={Password}";
}

/// <summary>Requests for 2031, 2041, 2051, 2061 between two times, C.22 – C.25.</summary>
public sealed record HistoryRange(DateTime Begin, DateTime End) : Payload
{
    public override string DataArea => $"BeginTime={Stamp(Begin)};EndTime={Stamp(End)}";
}

/// <summary>Requests that only name an analyser (1011, 1013, 3011 – 3014, 3017 – 3019), or nothing at all.</summary>
public sealed record AnalyserNamed(string? Factor) : Payload
{
    public override string DataArea => Factor is null ? "" : $"PolId={Factor}";
}

/// <summary>2021, C.15: what the treatment facilities are doing.</summary>
public sealed record FacilityStates(DateTime DataTime, IReadOnlyList<FacilityStates.Facility> Facilities) : Payload
{
    public override string DataArea => Head(DataTime, null) + string.Join(';', Facilities.Select(one => Text($"{one.Code}-RS={(int)one.State}")));

    /// <param name="Code">SB and the number of the facility.</param>
    /// <param name="State">Running state; table 4.</param>
    public sealed record Facility(string Code, RunState State);
}

/// <summary>2041, C.21: hours that the treatment facilities ran in a day, 0 – 24.</summary>
public sealed record FacilityRunTimes(DateTime DataTime, IReadOnlyList<FacilityRunTimes.Facility> Facilities) : Payload
{
    public override string DataArea => Head(DataTime, null) + string.Join(';', Facilities.Select(one => Text($"{one.Code}-RT={one.Hours}")));

    public sealed record Facility(string Code, double Hours);
}

/// <summary>2081, C.26: when the logger was switched on.</summary>
public sealed record PowerOn(DateTime DataTime, DateTime RestartTime) : Payload
{
    public override string DataArea => $"{Head(DataTime, null)}RestartTime={Stamp(RestartTime)}";
}

/// <summary>2013 (2025): raw data of a periodic measurement such as a chromatogram, ST=27.</summary>
public sealed record PeriodicRawData(DateTime DataTime, IReadOnlyList<PeriodicRawData.Peak> Peaks) : Payload
{
    public override string DataArea => Head(DataTime, null) + string.Join(';', Peaks.Select(one => one.Text));

    /// <summary>One compound; what was not sent is null.</summary>
    public sealed record Peak(string Factor, double? Concentration, double? RetentionTime, double? Area, double? Height)
    {
        /// <summary>Begin and end of the sample (SampleTime, CompleteTime), wall clock; seen in one public implementation, as <see cref="SampleType"/>.</summary>
        public DateTime? Sampled { get; init; }

        public DateTime? Completed { get; init; }

        /// <summary>As written.</summary>
        public string? SampleType { get; init; }

        internal string Text => string.Join(',', new[]
        {
            Field("SampleTime", Sampled), Field("CompleteTime", Completed), SampleType is null ? null : $"{Factor}-SampleType={SampleType}",
            Field("Avg", Concentration), Field("RetentionTime", RetentionTime), Field("PeakArea", Area), Field("PeakHeight", Height),
        }.OfType<string>());

        private string? Field(string kind, DateTime? time) => time is { } at ? $"{Factor}-{kind}={Stamp(at)}" : null;

        private string? Field(string kind, double? value) => value is { } number ? string.Create(CultureInfo.InvariantCulture, $"{Factor}-{kind}={number}") : null;
    }
}

/// <summary>2062 (2025): results of automatic standard checks (自动标样核查); the time is the start of the check.</summary>
public sealed record StandardChecks(DateTime DataTime, IReadOnlyList<StandardChecks.Check> Checks) : Payload
{
    public override string DataArea => Head(DataTime, null) + string.Join(';', Checks.Select(one => Text(
        $"{one.Factor}-SampleRd={one.Reading},{one.Factor}-StandardValue={one.StandardValue},{one.Factor}-ResultType={(one.IsPassed ? 1 : 0)}")));

    /// <param name="Factor">Code as written.</param>
    /// <param name="Reading">What the instrument read, in the factor's unit.</param>
    /// <param name="StandardValue">What the standard sample holds.</param>
    /// <param name="IsPassed">The device's own verdict.</param>
    public sealed record Check(string Factor, double Reading, double StandardValue, bool IsPassed);
}

/// <summary>3015, C.37: the bottle that keeps a sample of an exceedance.</summary>
public sealed record RetainedSample(DateTime DataTime, int VaseNumber) : Payload
{
    public override string DataArea => Text($"{Head(DataTime, null)}VaseNo={VaseNumber}");
}

/// <summary>3016 and 3017, C.38 and C.39: first sample of the day and hours between samples.</summary>
public sealed record SamplingPeriod(string Factor, TimeOnly Start, int Hours) : Payload
{
    public override string DataArea => Text($"{Head(null, Factor)}CstartTime={Start:HHmmss};Ctime={Hours}");
}

/// <summary>3018, C.40: minutes from taking a sample to its result.</summary>
public sealed record SampleOutputTime(string Factor, int Minutes) : Payload
{
    public override string DataArea => Text($"{Head(null, Factor)}Stime={Minutes}");
}

/// <summary>3019, C.41 and C.42: the identity of an analyser. Uploads of its own accord carry a time.</summary>
public sealed record AnalyserIdentity(DateTime? DataTime, string Factor, string SerialNumber) : Payload
{
    public override string DataArea => $"{Head(DataTime, Factor)}{Factor}-SN={SerialNumber}";
}

/// <summary>3020 requests, C.44, C.46, C.48.</summary>
public sealed record InformationQuery(string Factor, string InfoId, DateTime? Begin, DateTime? End) : Payload
{
    public override string DataArea => $"{Head(null, Factor)}InfoId={InfoId}" + (Begin is { } from && End is { } to ? $";BeginTime={Stamp(from)},EndTime={Stamp(to)}" : "");
}

/// <summary>3020 uploads and 3021, C.43 – C.49: logs, states and parameters of an analyser or of the logger itself.</summary>
public sealed record DeviceInformation(DateTime? DataTime, string? Factor, IReadOnlyList<DeviceInformation.Item> Items) : Payload
{
    public override string DataArea => Head(DataTime, Factor) + string.Join(';', Items.Select(one => one.IsLog ? $"{one.Code}-Info=//{one.Value}//" : $"{one.Code}-Info={one.Value}"));

    /// <param name="Code">Information code of annex B.10; <see cref="InformationCodes"/> says what it means.</param>
    /// <param name="Value">As written; a log without the slashes round it.</param>
    public sealed record Item(string Code, string Value)
    {
        public bool IsLog => InformationCodes.IsLog(Code);
    }
}

/// <summary>3021 as it is asked: the parameter that is to be set.</summary>
public sealed record ParameterSetting(string Factor, string InfoId, string Value) : Payload
{
    public override string DataArea => $"{Head(null, Factor)}InfoId={InfoId};{InfoId}-Info={Value}";
}

/// <summary>1021 and 1022 of HJ/T 212-2005: limits at which the logger raises an alarm of its own.</summary>
/// <remarks>The fields of 2005 are recalled, not seen in a source.</remarks>
public sealed record AlarmLimits(IReadOnlyList<AlarmLimits.Limit> Limits) : Payload
{
    public override string DataArea => string.Join(';', Limits.Select(one => Text($"{one.Factor}-LowValue={one.Lower},{one.Factor}-UpValue={one.Upper}")));

    public sealed record Limit(string Factor, double Lower, double Upper);
}

/// <summary>2071 – 2073 of HJ/T 212-2005: alarms that the logger raised itself.</summary>
/// <remarks>The fields of 2005 are recalled, not seen in a source; the kind is kept as written.</remarks>
public sealed record AlarmEvent(DateTime AlarmTime, string Kind, IReadOnlyList<AlarmEvent.Value> Values) : Payload
{
    public override string DataArea => $"AlarmTime={Stamp(AlarmTime)};" + string.Join(';', Values.Select(one => Text($"{one.Factor}-Ala={one.Reading},AlarmType={Kind}")));

    public sealed record Value(string Factor, double Reading);
}
