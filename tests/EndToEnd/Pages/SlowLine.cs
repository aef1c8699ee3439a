using System.Threading.Channels;
using Microsoft.Playwright;

namespace EcoPark.EndToEnd.Pages;

/// <summary>A line to the server on which every message takes its time, as to a park far away: what is a race shows itself on it.</summary>
internal static class SlowLine
{
    public static Task Slow(this Window window, TimeSpan delay) => window.Page.RouteWebSocketAsync("**/*", socket =>
    {
        var server = socket.ConnectToServer();
        socket.OnMessage(Later(delay, frame => Send(frame, server.Send, server.Send)));
        server.OnMessage(Later(delay, frame => Send(frame, socket.Send, socket.Send)));
    });

    private static void Send(IWebSocketFrame frame, Action<byte[]> binary, Action<string> text)
    {
        if (frame.Binary is { Length: > 0 } bytes)
            binary(bytes);
        else
            text(frame.Text!);
    }

    /// <summary>In order, each one <paramref name="delay"/> after it was sent.</summary>
    private static Action<IWebSocketFrame> Later(TimeSpan delay, Action<IWebSocketFrame> send)
    {
        var queue = Channel.CreateUnbounded<(IWebSocketFrame Frame, long Due)>();
        _ = Deliver();
        return frame => queue.Writer.TryWrite((frame, Environment.TickCount64 + (long)delay.TotalMilliseconds));

        async Task Deliver()
        {
            try
            {
                await foreach (var (frame, due) in queue.Reader.ReadAllAsync())
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(Math.Max(0, due - Environment.TickCount64)));
                    send(frame);
                }
            }
            catch (PlaywrightException)
            {
                // The window was closed.
            }
        }
    }
}
