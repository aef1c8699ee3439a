using System.Buffers;
using System.Text;
using CsCheck;

namespace EcoPark.Hj212.Tests;

public class StreamTests
{
    private static readonly Gen<string> AnyArea = Gen.Select(Gen.Int[0, 60], Gen.Double[0, 9999], Gen.Int[0, 12]).Select((seconds, value, factors) =>
        string.Join(';', Enumerable.Range(0, factors).Select(i => FormattableString.Invariant($"w010{i:00}-Rtd={value + i:0.###},w010{i:00}-Flag=N")).Prepend($"DataTime=202408010859{seconds % 60:00}")));

    private static readonly Gen<byte[]> AnyFrame = Gen.Select(AnyArea, Gen.Int[0, 2], Gen.Bool, Gen.Int[1, 3]).Select((area, version, answer, parts) => TelegramWriter.Write(
        new Address("010000A8900016F000169DC0", "123456", (ProtocolVersion)version, "32"), new DateTime(2024, 8, 1, 8, 59, 59, 123), CommandCode.RealTimeData,
        area, answer, packetCount: parts, packetNumber: parts, isBackfill: answer));

    [Fact]
    public void What_is_written_is_read() =>
        Gen.Select(AnyArea, Gen.Int[0, 2], Gen.Bool, Gen.Int[1, 99], Gen.Bool).Sample((area, version, answer, parts, encrypted) =>
        {
            var key = encrypted && version == 2 ? Enumerable.Repeat((byte)0x30, 16).ToArray() : [];
            var frame = TelegramWriter.Write(
                new Address("010000A8900016F000169DC0", "123456", (ProtocolVersion)version, "32"), new DateTime(2024, 8, 1, 8, 59, 59, 123), CommandCode.MinuteData,
                area, answer, key, packetCount: parts, packetNumber: parts);
            var telegram = Frames.Parse(frame, new Key30());
            telegram.Deviations.ShouldBe(Deviation.None);
            Encoding.ASCII.GetString(telegram.DataArea).ShouldBe(area);
            telegram.Command.ShouldBe(CommandCode.MinuteData);
            telegram.PacketCount.ShouldBe(parts);
            telegram.PacketNumber.ShouldBe(parts);
            telegram.Qn.ShouldBe(new DateTime(2024, 8, 1, 8, 59, 59, 123));
            (telegram.Flag?.WantsAnswer ?? false).ShouldBe(answer);
        }, iter: 2_000);

    [Fact]
    public void A_stream_cut_anywhere_gives_the_same_telegrams() =>
        Gen.Select(AnyFrame.Array[1, 6], Gen.Int[1, 90]).Sample((frames, size) =>
        {
            var stream = frames.SelectMany(frame => frame).Chunk(size);
            var found = Frames.ReadAll(stream);
            found.Select(one => one.Status).ShouldAllBe(status => status == FrameStatus.Frame);
            found.Select(one => Convert.ToHexString(one.Bytes)).ShouldBe(frames.Select(Convert.ToHexString));
        }, iter: 1_000);

    [Fact]
    public void Between_garbage_every_telegram_is_found() =>
        Gen.Select(AnyFrame.Array[1, 5], Gen.Byte.Where(b => b is not ((byte)'#' or (byte)'\r' or (byte)'\n')).Array[1, 200], Gen.Int[1, 300]).Sample((frames, garbage, size) =>
        {
            var found = Frames.ReadAll(frames.SelectMany(frame => garbage.Concat(frame)).Chunk(size));
            found.Where(one => one.Status == FrameStatus.Frame).Select(one => Convert.ToHexString(one.Bytes)).ShouldBe(frames.Select(Convert.ToHexString));
            found.Where(one => one.Status == FrameStatus.Garbage).Sum(one => one.Bytes.Length).ShouldBe(frames.Length * garbage.Length);
        }, iter: 1_000);

    [Theory]
    [InlineData((byte)'x')]
    [InlineData((byte)'#')]
    [InlineData((byte)0)]
    public void A_megabyte_without_a_frame_is_given_up_in_pieces(byte filler)
    {
        var stream = Enumerable.Repeat(filler, 1 << 20).ToArray().Chunk(1460);
        var found = Frames.ReadAll(stream);
        found.ShouldAllBe(one => one.Status == FrameStatus.Garbage && one.Bytes.Length <= FrameReader.MaxGarbageLength);
        found.Sum(one => one.Bytes.Length).ShouldBeGreaterThan((1 << 20) - 8);
    }

    [Fact]
    public void A_frame_head_that_never_ends_is_given_up()
    {
        byte[] stream = [.. "##9999QN="u8, .. Enumerable.Repeat((byte)'z', 30_000)];
        var found = Frames.ReadAll(stream.Chunk(1000));
        found.ShouldAllBe(one => one.Status == FrameStatus.Garbage);
        found.Sum(one => one.Bytes.Length).ShouldBe(stream.Length);
    }

    [Fact]
    public void A_frame_without_line_end_is_taken_when_nothing_more_comes_or_the_next_begins()
    {
        var frame = Frames.Around("ST=32;CN=2011;PW=123456;MN=A110000_0001;CP=&&DataTime=20240101000000&&")[..^2];
        var found = Frames.ReadAll([frame, frame]);
        found.Count.ShouldBe(2);
        Frames.Parse(found[0].Bytes).Deviations.ShouldBe(Deviation.MissingCrLf);
    }

    /// <summary>Mutated telegrams: no exception, no value from outside the frame, and what is accepted is consistent.</summary>
    [Fact]
    public void Mutated_telegrams_never_break_the_parser()
    {
        var random = new Random(212);
        var samples = SampleTests.Samples().Select(row => Frames.Bytes(row.Data.Item2 + "\r\n")).ToArray();
        var accepted = 0;
        for (var round = 0; round < 200_000; round++)
        {
            var frame = (byte[])samples[random.Next(samples.Length)].Clone();
            for (var change = random.Next(1, 6); change > 0; change--)
                frame[random.Next(frame.Length)] = Interesting(random);
            var buffer = new ReadOnlySequence<byte>(frame, 0, random.Next(frame.Length / 2, frame.Length + 1));
            while (FrameReader.Read(ref buffer, isQuiet: true, out var bytes, out _) is var status && status != FrameStatus.Incomplete)
            {
                if (status == FrameStatus.Frame && Telegram.TryParse(bytes, new Key30(), out var telegram, out _))
                {
                    accepted++;
                    Walk(telegram!);
                }
            }
        }

        accepted.ShouldBeGreaterThan(0);
    }

    /// <summary>Segments with the right CRC but mutated content reach further into the parser.</summary>
    [Fact]
    public void Mutated_segments_with_a_right_CRC_never_break_the_parser()
    {
        var random = new Random(2025);
        var segments = SampleTests.Samples().Select(row => Frames.Bytes(row.Data.Item2)[6..^4]).ToArray();
        for (var round = 0; round < 200_000; round++)
        {
            var segment = (byte[])segments[random.Next(segments.Length)].Clone();
            for (var change = random.Next(1, 8); change > 0; change--)
                segment[random.Next(segment.Length)] = Interesting(random);
            if (Telegram.TryParse(new(TelegramWriter.Frame(segment)), new Key30(), out var telegram, out var error))
                Walk(telegram!);
            else
                error.Kind.ShouldNotBe(TelegramErrorKind.None);
        }
    }

    [Fact]
    public void Nothing_is_allocated_beside_the_telegram()
    {
        var frame = new ReadOnlySequence<byte>(Frames.Bytes(SampleTests.Samples().First().Data.Item2.Replace("7d00", "7D00", StringComparison.Ordinal) + "\r\n"));
        Telegram.TryParse(frame, null, out _, out _).ShouldBeTrue();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
            Telegram.TryParse(frame, null, out _, out _);
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / 1_000;
        // The segment (435 bytes), 23 fields of 12 bytes and the object itself.
        each.ShouldBeLessThan(435 + 24 + (23 * 12) + 24 + 160);
    }

    private static byte Interesting(Random random)
    {
        ReadOnlySpan<byte> special = "#;,=&-.{}0x\r\n\0\xFF"u8;
        return random.Next(2) == 0 ? special[random.Next(special.Length)] : (byte)random.Next(256);
    }

    private static void Walk(Telegram telegram)
    {
        foreach (ref readonly var field in telegram.Fields)
        {
            telegram.Name(field);
            telegram.Text(telegram.Value(field));
            if (telegram.Number(field) is { } number)
                double.IsFinite(number).ShouldBeTrue();
        }

        var readings = telegram.Readings;
        while (readings.MoveNext())
            readings.Code.Length.ShouldBeGreaterThan(0);
        TelegramWriter.AnswerTo(telegram);
    }

    private sealed class Key30 : IDeviceKeys
    {
        private static readonly byte[] Key = [.. Enumerable.Repeat((byte)0x30, 16)];

        public bool TryGetKey(ReadOnlySpan<byte> mn, out ReadOnlyMemory<byte> key)
        {
            key = Key;
            return true;
        }
    }
}
