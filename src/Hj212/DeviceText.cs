using System.Text;
using System.Text.Unicode;

namespace EcoPark.Hj212;

/// <summary>Text of devices: UTF-8 by the standard (6.3), GBK in the field.</summary>
internal static class DeviceText
{
    private static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public static bool IsUtf8(ReadOnlySpan<byte> bytes) => Utf8.IsValid(bytes);

    public static string Decode(ReadOnlySpan<byte> bytes) => (IsUtf8(bytes) ? Encoding.UTF8 : Gbk).GetString(bytes);
}
