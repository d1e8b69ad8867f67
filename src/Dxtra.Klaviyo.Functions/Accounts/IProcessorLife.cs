namespace Dxtra.Klaviyo.Functions.Accounts;

/// <summary>What a capability does when a processor comes and goes; each registers its own. A repeat changes nothing.</summary>
internal interface IProcessorLife
{
    /// <summary>Before the processor becomes active. Klaviyo's refusals are the capability's own affair: they keep no processor from being confirmed.</summary>
    Task ConfirmAsync(Processor processor, string actor, CancellationToken cancellationToken);

    /// <summary>Before the processor's key is given up.</summary>
    Task DisconnectAsync(Processor processor, string actor, CancellationToken cancellationToken);
}
