namespace EcoPark.Hj212;

/// <summary>What a telegram says of one factor. Absent numbers are NaN.</summary>
public struct FactorReading
{
    /// <summary>Offsets of the code in the telegram's segment; see <see cref="FactorReadings.Code"/>.</summary>
    public ushort CodeStart;
    public byte CodeLength;

    /// <summary>Data flag; '\0' where absent.</summary>
    public char Flag;

    public double Rtd, Min, Avg, Max, ZsRtd, ZsMin, ZsAvg, ZsMax, Cou;

    /// <summary>Noise: Data, DayData, NightData.</summary>
    public double Data, DayData, NightData;

    /// <summary>SampleTime, the analyser's wall clock; <see langword="default"/> where absent.</summary>
    public DateTime SampleTime;
}

/// <summary>Enumerates the factors of a telegram: <c>foreach (var reading in telegram.Readings)</c>; a duck-typed, allocation-free enumerator.</summary>
public ref struct FactorReadings
{
    public readonly FactorReadings GetEnumerator() => this;

    /// <summary>The reading the enumerator stands on; valid until <see cref="MoveNext"/>.</summary>
    public readonly FactorReading Current => throw new NotImplementedException();

    /// <summary>Factor code of <see cref="Current"/>, as written.</summary>
    public readonly ReadOnlySpan<byte> Code => throw new NotImplementedException();

    public bool MoveNext() => throw new NotImplementedException();
}
