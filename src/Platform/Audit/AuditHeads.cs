using System.Globalization;
using System.Net.Sockets;
using System.Text;
using EcoPark.Platform.Time;
using Microsoft.Extensions.Logging;

namespace EcoPark.Platform.Audit;

/// <summary>Settings <c>EcoPark:Audit</c>.</summary>
public sealed class AuditOptions
{
    public const string Section = "EcoPark:Audit";

    /// <summary>64 hexadecimal digits; without it the key is made of the master key.</summary>
    public string? Key { get; set; }

    /// <summary>Folder of the heads, best on another machine or a disk that can only be appended to; <c>audit</c> within the data folder where nothing is set.</summary>
    public string? HeadFolder { get; set; }

    /// <summary>Host and port that get each head as a syslog message (RFC 5424 over UDP); none where nothing is set.</summary>
    public string? Syslog { get; set; }
}

/// <summary>Number and seal of the last entry at a moment, kept outside the database.</summary>
public sealed record AuditHead(DateTime At, long Number, string Seal);

/// <summary>Keeps how far the chain had come, outside the database and with every sealing: what was cut off or taken away whole is missed.</summary>
public sealed partial class AuditHeads(string folder, string? syslog, string node, AuditSeal seal, TimeProvider clock, ILogger<AuditHeads> logger)
{
    private const string Pattern = "audit-head-*.log";

    /// <summary>Facility 13 (log audit), severity 5 (notice).</summary>
    private const int Priority = (13 * 8) + 5;

    private readonly string _name = string.Concat(node.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));

    /// <summary>Where this node notes what it has committed and not yet seen sealed.</summary>
    internal string PendingFile
    {
        get
        {
            Directory.CreateDirectory(folder);
            return Path.Combine(folder, $"audit-pending-{_name}.log");
        }
    }

    /// <summary>Writes the head down and has it on disk before it returns.</summary>
    public async Task Keep(long number, string sealedWith, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var line = string.Create(CultureInfo.InvariantCulture, $"{now:yyyy-MM-ddTHH:mm:ss.fffZ} {number} {sealedWith}");
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"audit-head-{now:yyyyMMdd}-{_name}.log"));
        await using (var stream = new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.ReadWrite))
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"{line} {seal.OfLine(line)}\n"), cancellationToken).ConfigureAwait(false);
            stream.Flush(flushToDisk: true);
        }

        if (syslog is not null)
            await Send(line, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>All heads that are kept here, of all nodes; a line that the platform did not write is reported and otherwise left out.</summary>
    public async Task<(IReadOnlyList<AuditHead> Heads, int Forged)> Read(CancellationToken cancellationToken)
    {
        var (heads, forged) = (new List<AuditHead>(), 0);
        if (!Directory.Exists(folder))
            return (heads, forged);
        foreach (var file in Directory.EnumerateFiles(folder, Pattern).Order(StringComparer.Ordinal))
        {
            foreach (var line in await File.ReadAllLinesAsync(file, cancellationToken).ConfigureAwait(false))
            {
                if (line.Split(' ') is [var at, var number, var sealedWith, var mac] && mac == seal.OfLine($"{at} {number} {sealedWith}"))
                    heads.Add(new AuditHead(DateTime.Parse(at, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal), long.Parse(number, CultureInfo.InvariantCulture), sealedWith));
                else
                    forged++;
            }
        }

        return (heads, forged);
    }

    /// <summary>Begins anew with another key: what was kept under the former one is put aside, as evidence that the former key alone can check.</summary>
    public async Task Renew(AuditSeal fresh, (long Number, string Seal)? last, CancellationToken cancellationToken)
    {
        var renewed = new AuditHeads(folder, syslog, node, fresh, clock, logger);
        if (last is not { } head || (await renewed.Read(cancellationToken).ConfigureAwait(false)) is { Forged: 0, Heads: var kept } && kept.Any(one => one.Seal == head.Seal))
            return;
        var aside = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"before-{clock.UtcNow():yyyyMMddHHmmss}"));
        Directory.CreateDirectory(aside);
        foreach (var file in Directory.EnumerateFiles(folder, Pattern).ToList())
            File.Move(file, Path.Combine(aside, Path.GetFileName(file)));
        await renewed.Keep(head.Number, head.Seal, cancellationToken).ConfigureAwait(false);
    }

    private async Task Send(string line, CancellationToken cancellationToken)
    {
        try
        {
            var (host, port) = syslog!.Split(':') is [var name, var number] ? (name, int.Parse(number, CultureInfo.InvariantCulture)) : (syslog, 514);
            using var client = new UdpClient();
            var message = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"<{Priority}>1 {line.Split(' ')[0]} {_name} EcoPark {Environment.ProcessId} AUDIT-HEAD - {line} {seal.OfLine(line)}"));
            await client.SendAsync(message, host, port, cancellationToken).ConfigureAwait(false);
        }
        catch (SocketException exception)
        {
            LogUnheard(logger, syslog!, exception); // The file has it; sealing goes on.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The head of the audit chain could not be sent to {Syslog}.")]
    private static partial void LogUnheard(ILogger logger, string syslog, Exception exception);
}
