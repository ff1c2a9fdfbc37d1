/*
 * Copyright (c) 2026 the authors of the Solar Plant binding.
 *
 * This program and the accompanying materials are made available under the
 * terms of the Eclipse Public License 2.0 which is available at
 * https://www.eclipse.org/legal/epl-2.0/
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.openhab.binding.solarplant.internal.driver.alphaess.cloud;

import static org.openhab.binding.solarplant.internal.transport.alphaess.CloudRig.SERIAL;

import java.util.HashSet;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openhab.binding.solarplant.internal.ChannelOwner;
import org.openhab.binding.solarplant.internal.transport.alphaess.CloudRig;
import org.openhab.binding.solarplant.sim.CloudCharger;
import org.openhab.binding.solarplant.sim.CloudChargers;

/** The page of channels knows what the cloud tells, and promises nothing beyond. */
@NonNullByDefault
@Timeout(60)
class CloudChannelsTest {

    private static final String PERIODIC = """
            {"executeCycleType":1,"gridChargeCycle":0,"ctrDisCycle":0,"chargeTimeList":[
            {"beginTime":"01:00","endTime":"05:00","weeks":[1,2],"sort":1,"chargePower":3000,"chargeLimit":90}],
            "dischargeTimeList":[
            {"beginTime":"18:00","endTime":"21:00","weeks":[1,2],"sort":1,"chargePower":2000,"chargeLimit":20}]}""";

    private final Set<ChannelOwner> told = new HashSet<>();

    @Test
    void thePageKnowsWhatItTells() throws Exception {
        try (DriverRig older = new DriverRig()) {
            older.rig.bound.bind(CloudRig.smile(SERIAL)
                    .chargers(CloudChargers.of(CloudCharger.singlePhase("EV7000000000001"))));
            hear(older.listed());
        }
        try (DriverRig newer = new DriverRig().listed()) {
            newer.says("getTimeChargeBySn", PERIODIC);
            newer.says("getSumDataForCustomer",
                    "{\"epvtotal\":1234.5,\"todayIncome\":1,\"totalIncome\":2,\"moneyType\":\"EUR\"}");
            hear(newer);
        }
        ChannelOwner.assertKnown(told);
    }

    private void hear(DriverRig rig) throws Exception {
        rig.full();
        // what is asked but seldom
        rig.pass(600);
        told.addAll(ChannelOwner.told("AlphaESS", device -> "cloud", rig.full()));
    }
}
