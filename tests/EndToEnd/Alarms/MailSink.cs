using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EcoPark.EndToEnd.Alarms;

/// <summary>An SMTP server (RFC 5321) that takes every mail and keeps it as it came.</summary>
internal sealed class MailSink : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private int _refusals;

    public MailSink(int refusals = 0)
    {
        _refusals = refusals;
        _listener.Start();
        _ = Task.Run(Accept);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Recipient of the envelope, and the message with its headers.</summary>
    public ConcurrentQueue<(string To, string Message)> Mails { get; } = new();

    /// <summary>Times a mail was refused for now (451).</summary>
    public int Refused { get; private set; }

    public void Dispose() => _listener.Dispose();

    private async Task Accept()
    {
        try
        {
            while (true)
                _ = Serve(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Serve(TcpClient client)
    {
        using var _ = client;
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 sink ESMTP");
        var to = "";
        while (await reader.ReadLineAsync() is { } line)
        {
            var verb = line.Split(' ')[0].ToUpperInvariant();
            if (verb == "RCPT")
                to = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
            if (verb == "RCPT" && Interlocked.Decrement(ref _refusals) >= 0)
            {
                Refused++;
                await writer.WriteLineAsync("451 4.3.0 try again later");
                continue;
            }

            if (verb == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                var message = new StringBuilder();
                for (var text = await reader.ReadLineAsync(); text is not (null or "."); text = await reader.ReadLineAsync())
                    message.AppendLine(text.StartsWith('.') ? text[1..] : text);
                Mails.Enqueue((to, message.ToString()));
            }

            await writer.WriteLineAsync(verb == "QUIT" ? "221 bye" : "250 ok");
            if (verb == "QUIT")
                return;
        }
    }
}
