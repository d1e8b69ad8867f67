using Dxtra.Klaviyo.Functions.Hosting;

namespace Dxtra.Klaviyo.Functions.Accounts;

internal sealed class ListProcessorsHandler(IProcessorStore processors)
{
    public async Task<CursorPage<ProcessorView>> HandleAsync(string controller, PageQuery query, CancellationToken cancellationToken)
    {
        var page = await processors.ListAsync(controller, query, cancellationToken);
        return new([.. page.Items.Select(ProcessorView.Of)], page.Next);
    }
}
