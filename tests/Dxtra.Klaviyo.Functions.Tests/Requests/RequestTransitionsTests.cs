namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class RequestTransitionsTests
{
    /// <summary>Rows: from; columns: to, in the order of the enum. <c>x</c>: permitted.</summary>
    private static readonly Dictionary<RequestStatus, string> Table = new()
    {
        //                                    Rcv AwI AwA Run Cmp Fai Can
        [RequestStatus.Received] = /*         */ ". x x x . x x",
        [RequestStatus.AwaitingIdentity] = /* */ ". . x x . x x",
        [RequestStatus.AwaitingApproval] = /* */ ". . . x . x x",
        [RequestStatus.Running] = /*          */ ". . x . x x x",
        [RequestStatus.Completed] = /*        */ ". . . x . . .",
        [RequestStatus.Failed] = /*           */ ". . . x . . .",
        [RequestStatus.Cancelled] = /*        */ ". . . . . . .",
    };

    public static IEnumerable<object[]> Pairs =>
        from before in Enum.GetNames<RequestStatus>() from after in Enum.GetNames<RequestStatus>() select new object[] { before, after };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Each_move_is_permitted_or_throws_with_from_and_to(string before, string after)
    {
        var (from, to) = (Enum.Parse<RequestStatus>(before), Enum.Parse<RequestStatus>(after));
        var permitted = Table[from].Split(' ')[(int)to] == "x";

        Assert.Equal(permitted, RequestTransitions.Allow(from, to));
        var fault = Record.Exception(() => RequestTransitions.Check(from, to));
        Assert.Equal(permitted ? null : $"A request cannot move from {from} to {to}.", fault?.Message);
    }

    [Fact]
    public void A_request_is_over_when_it_ended_in_any_way() => Assert.Equal(
        [RequestStatus.Completed, RequestStatus.Failed, RequestStatus.Cancelled],
        Enum.GetValues<RequestStatus>().Where(status => Some.Request(status: status).IsOver));
}
