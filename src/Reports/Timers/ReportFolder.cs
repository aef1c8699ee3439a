using System.Globalization;
using EcoPark.Platform;
using EcoPark.Platform.Notifications.Channels;
using EcoPark.Reports.Archive;
using EcoPark.Reports.Files;

namespace EcoPark.Reports.Timers;

/// <summary>Files of the archive that leave by themselves: into the folder, and with mails.</summary>
public sealed class ReportFolder(ReportArchive archive, ReportOptions options)
{
    /// <summary>Kind of the files that mails carry.</summary>
    public const string Kind = "report";

    private const int LongestName = 80;
    private const string Unfit = "\\/:*?\"<>|.";

    public static string KeyOf(int id, ReportFile file) => string.Create(CultureInfo.InvariantCulture, $"{Kind}:{id}.{file.Ending}");

    /// <summary>The file that a mail carries.</summary>
    /// <param name="name">What follows the kind: “12.pdf”.</param>
    public async Task<Outcome<MailFile>> Open(string name, CancellationToken cancellationToken)
    {
        if (name.Split('.') is not [var number, var ending] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || ReportFiles.All.FirstOrDefault(file => file.Ending == ending) is not { } format)
            return new Problem("not-found", $"没有报表文件“{name}”。");
        var (printed, content) = await Write(id, format, cancellationToken).ConfigureAwait(false);
        return content.IsOk ? new MailFile($"{printed}.{ending}", format.MediaType, content.Value) : content.Problem;
    }

    /// <summary>Puts a file of a report into the folder; whoever looks there never sees half of it.</summary>
    /// <returns>Why it could not be put there.</returns>
    public async Task<Problem?> Put(int id, ReportFile format, string timer, CancellationToken cancellationToken)
    {
        if (options.Folder.Length == 0)
            return new Problem("folder", "没有设置报表文件夹（EcoPark:Reports:Folder）。");
        var (name, content) = await Write(id, format, cancellationToken).ConfigureAwait(false);
        if (!content.IsOk)
            return content.Problem;
        try
        {
            var folder = Directory.CreateDirectory(Path.Combine(options.Folder, Clean(timer))).FullName;
            var (whole, part) = (Path.Combine(folder, $"{Fit(name)}.{format.Ending}"), Path.Combine(folder, $".{id}.part"));
            await File.WriteAllBytesAsync(part, content.Value, cancellationToken).ConfigureAwait(false);
            File.Move(part, whole, overwrite: true);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Problem("folder", $"报表文件夹写不进去，将继续重试：{exception.Message}");
        }
    }

    private async Task<(string Name, Outcome<byte[]> Content)> Write(int id, ReportFile format, CancellationToken cancellationToken)
    {
        if (await archive.Open(id, cancellationToken).ConfigureAwait(false) is not { } report)
            return ("", new Problem("not-found", "存档中没有这份报表。"));
        return report.IsIntact ? (report.Printed.FileName, format.Write(report.Printed)) : ("", new Problem("not-intact", "存档内容与登记的摘要不一致，没有送出。"));
    }

    /// <summary>File systems hold 255 bytes of a name, a Chinese letter is three; the number stands at its end.</summary>
    private static string Fit(string name) => name.Length > LongestName ? name[^LongestName..] : name;

    private static string Clean(string name) => new([.. name.Select(letter => char.IsControl(letter) || Unfit.Contains(letter, StringComparison.Ordinal) ? '-' : letter)]);
}
