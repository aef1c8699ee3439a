using System.Buffers;
using System.Text;
using CsCheck;

namespace EcoPark.Hj212.Tests;

/// <summary>What a frame is depends on its bytes and not on how TCP cut them.</summary>
public class CutTests
{
    private const string Mn = "0123456789ABCDEF01234567";
    private static readonly byte[] Good = Frames.Around($"QN=20261129113000001;ST=32;CN=2011;PW=123456;MN={Mn};Flag=5;CP=&&DataTime=20261129113000;w01018-Rtd=1,w01018-Flag=N&&");

    private static readonly Gen<byte[]> Piece = Gen.OneOf(
        Gen.Const(Good),
        Gen.Const(Good[..^2]),
        Gen.Const(Frames.Around($"QN=20261129113000002;ST=32;CN=3020;PW=123456;MN={Mn};Flag=5;CP=&&DataTime=20261129113000;PolId=w01018;i11001-Info=//1##2 wash ##0010 and more//&&")),
        Gen.Int[1, Good.Length - 8].Select(length => Good[..length]),
        Gen.Int[0, 9999].Select(length => Frames.Bytes($"##{length:0000}").Concat(Good.Skip(6)).ToArray()),
        Gen.Int[0, 0xFFFF].Select(crc => Good[..^6].Concat(Frames.Bytes($"{crc:X4}\r\n")).ToArray()),
        Gen.Const(Frames.Bytes("##139")), Gen.Const(Frames.Bytes("###")), Gen.Const(Frames.Bytes("\r\n")), Gen.Const(Frames.Bytes("noise")), Gen.Byte.Array[0, 20]);

    [Fact]
    public void The_same_bytes_in_any_cuts_give_the_same_records() =>
        Gen.Select(Piece.Array[1, 8], Gen.Int[1, 60], Gen.Int[1, 60]).Sample((pieces, first, second) =>
        {
            var stream = pieces.SelectMany(piece => piece).ToArray();
            var whole = Records(Frames.ReadAll([stream]));
            Records(Frames.ReadAll(stream.Chunk(first))).ShouldBe(whole);
            Records(Frames.ReadAll(stream.Chunk(second))).ShouldBe(whole);
        }, iter: 20_000);

    /// <summary>Found by the test above with seed 3DQ08gt_I1p4: read in one piece, the frame took the head of the next one along.</summary>
    [Fact]
    public void A_sum_that_fits_by_chance_where_a_wrong_length_points_to_takes_nothing_of_the_next_frame()
    {
        var next = Frames.Bytes("##0137QN=");
        byte[] stream = [.. Frames.Bytes($"##{Good.Length - 6 + next.Length:0000}"), .. Good[6..], .. next];
        stream = [.. stream, .. Frames.Bytes($"{Crc16.Compute(stream.AsSpan(6)):X4}"), .. Good];
        var whole = Records(Frames.ReadAll([stream]));
        whole[0].Length.ShouldBe("Frame ".Length + Good.Length);
        whole[^1].ShouldBe("Frame " + Encoding.Latin1.GetString(Good));
        for (var cut = 1; cut < stream.Length; cut++)
            Records(Frames.ReadAll([stream[..cut], stream[cut..]])).ShouldBe(whole, $"cut after {cut}");
    }

    [Fact]
    public void A_hash_in_a_text_at_the_end_of_a_segment_is_text()
    {
        var frame = Frames.Around($"QN=20261129113000001;ST=32;CN=3020;PW=123456;MN={Mn};Flag=5;CP=&&DataTime=20261129113000;PolId=w01018;i11001-Info=//1##2 wash and more text//&&");
        var cut = Encoding.ASCII.GetString(frame).IndexOf("##2 ", StringComparison.Ordinal) + 4;
        Frames.ReadAll([frame[..cut], frame[cut..]]).ShouldHaveSingleItem().Status.ShouldBe(FrameStatus.Frame);
    }

    [Fact]
    public void Half_a_frame_swallows_none_behind_it()
    {
        for (var length = 1; length < Good.Length - 6; length++)
        {
            foreach (var between in new[] { "", "\r\n" })
            {
                var found = Frames.ReadAll([[.. Good[..length], .. Frames.Bytes(between), .. Good]]);
                found.Count(one => one.Status == FrameStatus.Frame && one.Bytes.AsSpan().SequenceEqual(Good)).ShouldBe(1, $"{length} bytes before it: {string.Join(" | ", found.Select(one => $"{one.Status} {Encoding.Latin1.GetString(one.Bytes)}"))}");
            }
        }
    }

    /// <summary>Public cases P04, P16, P17: toHexString without padding, lengths of other widths.</summary>
    [Fact]
    public void Short_CRCs_and_other_widths_of_the_length_are_told_and_read()
    {
        var p04 = Frames.Bytes($"##0138QN=20261129113000001;ST=32;CN=2011;PW=123456;MN={Mn};Flag=5;CP=&&DataTime=20261129113000;w01018-Rtd=10,w01018-Flag=N&&");
        for (var number = 0; ; number++)
        {
            var segment = $"QN=20261129113000{number:000};ST=32;CN=2011;PW=123456;MN={Mn};Flag=5;CP=&&DataTime=20261129113000;w01018-Rtd=10,w01018-Flag=N&&";
            var crc = Crc16.Compute(Encoding.ASCII.GetBytes(segment));
            if (crc >= 0x1000)
                continue;
            var shortened = Frames.Bytes($"##{segment.Length:0000}{segment}{crc:X}\r\n");
            var found = Frames.ReadAll([[.. shortened, .. Good]]);
            found.Select(one => one.Status).ShouldBe([FrameStatus.Frame, FrameStatus.Frame]);
            Frames.Parse(found[0].Bytes).Deviations.ShouldBe(Deviation.ShortCrc);
            break;
        }

        p04.Length.ShouldBeGreaterThan(0);
        var body = Encoding.ASCII.GetString(Good[6..]);
        foreach (var length in new[] { $"{Good.Length - 12}", $"000{Good.Length - 12}" })
        {
            var found = Frames.ReadAll([Frames.Bytes($"##{length}{body}"), Good]);
            found.Select(one => one.Status).ShouldBe([FrameStatus.Frame, FrameStatus.Frame]);
            Frames.Parse(found[0].Bytes).Deviations.ShouldBe(Deviation.LengthWidth);
        }
    }

    [Fact]
    public void A_third_hash_is_noise_before_a_frame()
    {
        var found = Frames.ReadAll([[(byte)'#', .. Good]]);
        found.Select(one => one.Status).ShouldBe([FrameStatus.Garbage, FrameStatus.Frame]);
    }

    [Theory]
    [InlineData("ABCDEFGHIJKLMNOPQ")]
    [InlineData("00000000000000000")]
    [InlineData("2026112911300000")]
    public void A_QN_that_is_no_time_is_told(string qn) =>
        Frames.Parse(Frames.Around($"QN={qn};ST=32;CN=2011;PW=123456;MN={Mn};Flag=5;CP=&&DataTime=20261129113000&&")).Deviations.ShouldBe(Deviation.MalformedQn);

    [Fact]
    public void A_piece_names_its_device_and_a_telegram_without_QN_is_answered_without_one()
    {
        FrameReader.MnIn(Good.AsSpan(0, 90)).ShouldBe(Mn);
        FrameReader.MnIn("##0129QN=1"u8).ShouldBe("");
        var answer = TelegramWriter.AnswerTo(Frames.Parse(Frames.Around($"ST=32;CN=2011;PW=123456;MN={Mn};Flag=5;CP=&&DataTime=20261129113000&&")));
        Encoding.ASCII.GetString(answer!).ShouldContain("##0066ST=91;CN=9014;");
    }

    private static List<string> Records(List<(FrameStatus Status, byte[] Bytes)> found)
    {
        // Noise comes in pieces of any size: what counts is that it is noise, and the same bytes.
        var records = new List<string>();
        foreach (var (status, bytes) in found)
        {
            var text = Encoding.Latin1.GetString(bytes);
            if (status == FrameStatus.Garbage)
                text = text.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal); // Those between pieces belong to none.
            if (status == FrameStatus.Garbage && records.Count > 0 && records[^1].StartsWith("Garbage", StringComparison.Ordinal))
                records[^1] += text;
            else
                records.Add($"{status} {text}");
        }

        return records;
    }
}
