using EcoPark.Hj212;
using EcoPark.Platform;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Commands;

/// <summary>反控: sends commands to devices wherever they are connected, and keeps the record.</summary>
public interface ICommandCenter
{
    /// <summary>Sends a request and returns as soon as it is recorded and on its way; follow it with <see cref="Find"/>.</summary>
    Task<Outcome<CommandRecord>> Send(string mn, Request request, string requestedBy, CancellationToken cancellationToken);

    /// <summary>As <see cref="Send"/>, but waits until the exchange has ended.</summary>
    Task<Outcome<CommandRecord>> SendAndWait(string mn, Request request, string requestedBy, CancellationToken cancellationToken);

    Task<CommandRecord?> Find(long id, CancellationToken cancellationToken);

    /// <summary>Newest first.</summary>
    Task<Page<CommandRecord>> Search(string? mn, int skip, int take, CancellationToken cancellationToken);
}
