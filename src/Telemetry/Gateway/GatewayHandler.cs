using System.Net.Sockets;
using EcoPark.Platform.Security;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.Extensions.Logging;

namespace EcoPark.Telemetry.Gateway;

/// <summary>Kestrel's door to the gateway: one call per TCP connection.</summary>
internal sealed partial class GatewayHandler(GatewayServices services) : ConnectionHandler
{
    public override async Task OnConnectedAsync(ConnectionContext connection)
    {
        Actor.Become(Actor.System); // Devices have no account; what they send the platform takes.
        var remote = connection.RemoteEndPoint?.ToString() ?? "";
        try
        {
            if (services.Counters.Connected() > services.Options.MaxConnections)
            {
                LogRefused(services.Logger, remote, services.Options.MaxConnections);
                return;
            }

            if (services.Neighbours.Enter(PasswordGuard.AddressOf(remote)) is not { } neighbour)
            {
                LogTooMany(services.Logger, remote, services.Options.MaxConnectionsPerAddress, services.Options.MaxSilentPerAddress);
                return;
            }

            KeepAlive(connection);
            await using var one = new GatewayConnection(connection.Transport, remote, neighbour, services, connection.ConnectionClosed);
            var reason = await one.Run(services.Lifetime.ApplicationStopping).ConfigureAwait(false);
            LogClosed(services.Logger, remote, reason);
            if (reason == ConnectionOutput.NotTaken)
                connection.Abort(new ConnectionAbortedException(reason));
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ConnectionResetException or ConnectionAbortedException)
        {
            LogClosed(services.Logger, remote, exception.Message);
            if (exception.Message == ConnectionOutput.NotTaken)
                connection.Abort(new ConnectionAbortedException(exception.Message));
        }
        finally
        {
            services.Counters.Disconnected();
        }
    }

    /// <summary>Half-open connections (a lost mobile link) are found by the kernel within about two minutes.</summary>
    private static void KeepAlive(ConnectionContext connection)
    {
        if (connection.Features.Get<IConnectionSocketFeature>()?.Socket is not { } socket)
            return;
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, 60);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, 15);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, 4);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Remote} refused: its address has {Most} connections already, or {Silent} that have not signed in.")]
    private static partial void LogTooMany(ILogger logger, string remote, int most, int silent);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Remote} closed: {Reason}")]
    private static partial void LogClosed(ILogger logger, string remote, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Telegrams cannot be logged and are not answered; this is said once until they can be again.")]
    internal static partial void LogNotTaken(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Remote} refused: already {Max} connections.")]
    private static partial void LogRefused(ILogger logger, string remote, int max);
}
