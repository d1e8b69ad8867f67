using Dxtra.Klaviyo.Local.Tokens;

namespace Dxtra.Klaviyo.Local.Tests.Tokens;

public sealed class DevelopmentControllerTests
{
    [Fact]
    public void Made_up_controllers_have_DIDs_of_the_form_that_Dxtra_uses()
    {
        Assert.Matches("^did:dep:[0-9a-f]{64}$", DevelopmentController.Did);
        Assert.Matches("^did:dep:[0-9a-f]{64}$", DevelopmentController.NewDid());
        Assert.NotEqual(DevelopmentController.NewDid(), DevelopmentController.NewDid());
    }
}
