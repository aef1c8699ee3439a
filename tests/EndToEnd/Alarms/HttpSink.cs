using System.Collections.Concurrent;
using System.Net;
using EcoPark.Support;

namespace EcoPark.EndToEnd.Alarms;

/// <summary>What push services, SMS gateways and robots are to the platform: an address that takes requests.</summary>
internal sealed class HttpSink : IDisposable
{
    private readonly HttpListener _listener = new();

    public HttpSink()
    {
        Address = $"http://127.0.0.1:{TestServer.FreePort()}";
        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _ = Task.Run(Serve);
    }

    public string Address { get; }

    public ConcurrentQueue<SunkRequest> Requests { get; } = new();

    public void Dispose() => ((IDisposable)_listener).Dispose();

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                Requests.Enqueue(new SunkRequest(context.Request.Url!, context.Request.Headers.AllKeys.ToDictionary(name => name!, name => context.Request.Headers[name]!, StringComparer.OrdinalIgnoreCase), body.ToArray()));
                context.Response.StatusCode = context.Request.Url!.AbsolutePath.StartsWith("/push", StringComparison.Ordinal) ? 201 : 200;
                await context.Response.OutputStream.WriteAsync("""{"errcode":0,"errmsg":"ok"}"""u8.ToArray());
                context.Response.Close();
            }
        }
        catch (Exception end) when (end is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}

internal sealed record SunkRequest(Uri Url, Dictionary<string, string> Headers, byte[] Body)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Body);
}
